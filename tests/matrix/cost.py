"""What a page costs: at most eight reads of the database, whoever looks, from the second visit on."""

from django.conf import settings
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.matrix.endpoints import Endpoint
from tests.matrix.world import World

MOST = 8
VISITORS = ("own head", "own assistant", "higher head", "general")
NOT_READ = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "INSERT", "UPDATE", "DELETE")
"""Whatever else is sent counts as a read: the append to the journal too, which is a function called."""


def first_visits(world: World) -> None:
    """The first page of a session finds out under which post the person acts, and the session keeps it."""
    for session in world.sessions.values():
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = session
        assert client.get("/help/").status_code == 200


def asked(world: World, endpoint: Endpoint, who: str) -> tuple[str, int]:
    """How the endpoint answers, and how often it reads where it answers a visitor with a page, else 0.

    What a process reads once is not the page's: whatever seems to cost more is asked again.
    """
    if endpoint.method != "GET" or endpoint.is_api or who not in VISITORS:
        return world.ask(endpoint, who), 0
    answer, reads = _counted(world, endpoint, who)
    return (answer, reads) if reads <= MOST else _counted(world, endpoint, who)


def _counted(world: World, page: Endpoint, who: str) -> tuple[str, int]:
    reset_queries()  # the log is bounded
    with CaptureQueriesContext(connection) as queries:
        answer = world.ask(page, who)
    reads = [query for query in queries if not query["sql"].lstrip().startswith(NOT_READ)]
    return answer, len(reads) if answer == "2xx" else 0
