"""Addresses of the sign-in library that this service uses; nobody signs up, and there is no e-mail."""

from typing import Any

from allauth.account import views
from django.db import transaction
from django.http import HttpResponse
from django.urls import include, path

from qadaga.common import clock
from qadaga.organisation import logins


class PasswordChange(views.PasswordChangeView):
    """The library's page; the present session alone outlives the old password."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Change the password, end what was opened under the one before, go on."""
        answer: HttpResponse = super().form_valid(form)
        # The library has given the session another key by now.
        logins.password_changed(user=form.user, keep=self.request.session.session_key, on=clock.today())
        return answer


urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", PasswordChange.as_view(), name="account_change_password"),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
