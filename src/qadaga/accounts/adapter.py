"""How the sign-in library is bent to this service: nobody signs up, lock-out counts in our table."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from qadaga.accounts import lockout, passwords
from qadaga.accounts.models import User
from qadaga.common import clock, text


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the service's own staff; sign-in is by name and password."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "locked_out": _(
            "Too many failed attempts. Sign-in by this name is closed until %(until)s. "
            "If you have forgotten the password, ask the administrator."
        ),
        "run_out": _("This one-time password has run out. Ask whoever gave it for a new one."),
        "unwritable": _("The name or the password holds a character that cannot be typed. Type it again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: a person is entered by the staff officer, with an appointment."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that the outermost trusted proxy saw (`QADAGA_TRUSTED_PROXIES`), else the connection's.

        A request that came past the proxies counts by its own address, whatever its headers say.
        """
        try:
            return str(super().get_client_ip(request))
        except ImproperlyConfigured:
            return str(request.META["REMOTE_ADDR"])

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse before the password is looked at when the name is locked or cannot be a name."""
        super().pre_authenticate(request, **credentials)
        username = str(credentials.get("username") or "")
        if not (text.is_writable(username) and text.is_writable(str(credentials.get("password") or ""))):
            raise self.validation_error("unwritable")
        until = lockout.locked_until(username, clock.now())
        if until is not None:
            raise ValidationError(
                self.error_messages["locked_out"],
                code="locked_out",
                params={"until": clock.local(until).strftime("%d.%m.%Y %H:%M")},
            )

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The user of these credentials; a success ends the count of failures."""
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is not None:
            lockout.forget(str(credentials.get("username") or ""))
            self._refuse_run_out(user)
        return user

    def _refuse_run_out(self, user: AbstractBaseUser) -> None:
        if isinstance(user, User) and passwords.has_run_out(user, clock.now()):
            raise self.validation_error("run_out")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the failure."""
        lockout.count_failure(str(credentials.get("username") or ""), clock.now())

    def set_password(self, user: Any, password: str) -> None:
        """Save the new password and note when it was set."""
        user.must_change_password = False
        user.password_changed_at = clock.now()
        super().set_password(user, password)
