"""Puts the programming interface together: /api/v1, its routers, its one error handler."""

from ninja import NinjaAPI

from qadaga.api import acts, files, matters, me, offices, people
from qadaga.api.auth import TokenAuth
from qadaga.api.problems import register_handlers

api = NinjaAPI(
    title="Qadaga",
    version="1",
    urls_namespace="api",
    description="Every change is the exercise of a power: a refusal carries the ruling with its clauses.",
    auth=TokenAuth(),
    # The interactive page loads scripts from elsewhere; the document itself is served.
    docs_url=None,
    openapi_url="/openapi.json",
)
register_handlers(api)
api.add_router("/me", me.router)
api.add_router("/files", files.router)
api.add_router("/matters", matters.router)
api.add_router("/acts", acts.router)
api.add_router("/measures", acts.measures)
api.add_router("/offices", offices.router)
api.add_router("/people", people.router)
api.add_router("/appointments", people.posts)
