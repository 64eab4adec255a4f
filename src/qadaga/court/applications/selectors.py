"""Reading applications to court: the viewer's scope first, nobody what complains of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from qadaga.acts.models import Act
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.court.applications.choices import KEEP
from qadaga.court.applications.models import Application
from qadaga.court.applications.services import UNSATISFIED
from qadaga.court.applications.subject import TABLE, application_subject
from qadaga.matters.gather import Part
from qadaga.matters.models import Matter
from qadaga.matters.reading import require_reading
from qadaga.matters.selectors.actions import Action, judged

OF_MATTER: tuple[Part, ...] = (Part("applications", Application, "t.matter_id = %(id)s", ("signer_id",)),)
"""What applications add to the card of their matter."""


def read_application(actor: Actor, on: date, pk: Any) -> Application:
    """The application with its matter and people; journalled. Raises NotFound, NotPermitted."""
    people = [f"{one}__{part}" for one in ("signer", "decided_by") for part in ("person", "office")]
    rows = Application.objects.select_related(
        "office__parent", "matter__holder__parent", "matter__office", "act", "pdf", *people
    )
    row = get_or_404(barred.without(rows, actor.person_id, "court_claim"), scope_of(actor, on), pk)
    require_reading(row.matter, actor, on)
    return row


def unsatisfied(matter: Matter) -> QuerySet[Act]:
    """The acts of the matter that may go to court."""
    return matter.acts.filter(status__in=UNSATISFIED).order_by("-id")


def application_actions(row: Application, actor: Actor, on: date) -> Sequence[Action]:
    """The ruling on recording what the court did."""
    return judged(TABLE, (KEEP,), application_subject(row, actor, on), actor, on)
