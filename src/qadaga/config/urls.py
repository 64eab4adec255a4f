"""The root of all addresses: pages, sign-in and the API are put together here and nowhere else."""

from django.urls import include, path

from qadaga.config import health
from qadaga.config.api import api

urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("api/v1/", api.urls),
    path("accounts/", include("qadaga.web.account.signin")),
    path("", include("qadaga.web.urls")),
]

handler400 = "qadaga.web.errors.bad_request"
handler403 = "qadaga.web.errors.forbidden"
handler404 = "qadaga.web.errors.not_found"
handler500 = "qadaga.config.faults.server_fault"
