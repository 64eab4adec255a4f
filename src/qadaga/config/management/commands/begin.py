"""`qadaga begin`: the first login of a new installation, a staff officer who appoints everybody else."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, QadagaError, filled
from qadaga.offices import selectors
from qadaga.organisation import first_post
from qadaga.organisation.people import PersonInput


class Command(BaseCommand):
    """Seat the first person; refused as soon as anybody holds a post."""

    help = "Seat the first staff officer in the General Prosecutor's Office and print a password to change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The login and the names; `--iin` where there is one."""
        parser.add_argument("username")
        parser.add_argument("--last-name", required=True)
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--middle-name", default="")
        parser.add_argument("--iin", default="")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        """Raise CommandError where posts exist already, the structure is not loaded, or a name cannot be."""
        names = {key: options[key] for key in ("last_name", "first_name", "middle_name", "iin")}
        password = secrets.token_urlsafe(12)
        try:
            self._seat(username, password, PersonInput(**names))
        except InvalidInput as error:
            faults = "; ".join(
                f"{fault.field}: {filled(_(fault.message), fault.data)}" for fault in error.fields
            )
            raise CommandError(faults) from error
        except QadagaError as error:
            raise CommandError(filled(_(error.message), error.data)) from error
        self.stdout.write(_("Sign in as %(username)s with the password %(password)s and change it.") % {
            "username": username.lower(), "password": password,
        })  # fmt: skip

    @transaction.atomic
    def _seat(self, username: str, password: str, person: PersonInput) -> None:
        office, on = selectors.office_by_code("gp"), clock.today()
        if User.objects.filter(username=username.lower()).exists():
            raise CommandError(_("A user with that username already exists."))
        user = User.objects.create_user(username, password, must_change_password=True)
        first_post.seat(office=office, person=person, user_id=user.id, starts_on=on, on=on)
