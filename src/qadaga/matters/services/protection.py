"""People whose rights were hurt: restored, then told (L.1.3). They are owed the word until they have it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as duties
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.choices import ProtectedStatus
from qadaga.matters.dates import within
from qadaga.matters.models import ProtectedPerson
from qadaga.matters.protected import KIND, PEOPLE, RESTORE, TELL, TERM, protected_subject
from qadaga.matters.services.base import text

_ROWS = ("matter__holder", "matter__office", "office")


@implements("L.1.3", "O.8.d1")
@transaction.atomic
def restore(
    *, protected_id: UUID, version: int, restored: str, restored_on: date, by: Actor, on: date
) -> ProtectedPerson:
    """Record that the right was restored, what and when; from now on the people are owed the word.

    Raises AlreadyDone, InvalidInput, Conflict once the matter is closed: its results are stated.
    """
    row = _locked(protected_id, by, on)
    step = PEOPLE.ask(row, RESTORE, protected_subject(row, by, on), by=by, on=on)
    if row.status != ProtectedStatus.HURT:
        raise AlreadyDone()
    change.expect(row, version)
    if not row.matter.open:
        raise Conflict("matter_closed", N_("The matter is closed and its results are stated: open another."))
    row.restored = text("restored", restored)
    row.restored_on = within("restored_on", restored_on, earliest=None, latest=on)
    change.advance(row, ProtectedStatus.RESTORED, restored=row.restored, restored_on=row.restored_on)
    owed(row, on=on, by=by)
    step.journal(restored=restored_on)
    return row


@implements("L.1.3", "O.8.d1")
@transaction.atomic
def tell(
    *, protected_id: UUID, version: int, told_on: date, told_how: str, by: Actor, on: date
) -> ProtectedPerson:
    """Record that the people were told, when and how; also once the matter is closed.

    Raises AlreadyDone, Conflict before anything is restored, InvalidInput.
    """
    row = _locked(protected_id, by, on)
    step = PEOPLE.ask(row, TELL, protected_subject(row, by, on), by=by, on=on)
    changes = telling(row, told_on, told_how, on)
    change.expect(row, version)
    change.advance(row, ProtectedStatus.TOLD, **changes)
    settled(row, power=TELL, on=on, by=by)
    step.journal(told=told_on)
    return row


def owed(row: ProtectedPerson, *, on: date, by: Actor) -> None:
    """Start the term in which people whose right was restored are told of it; nothing in any other state."""
    if row.status != ProtectedStatus.RESTORED:
        return
    # The matter may be closed before they are told, so the term is not the matter's.
    owner = terms.Owner(KIND, row.id, row.office_id, row.region_id)
    row.due_on = terms.start(owner=owner, rule=TERM, on=on, by=by).due_on
    row.save(update_fields=["due_on"])


def telling(row: ProtectedPerson, told_on: date, told_how: str, on: date) -> dict[str, Any]:
    """The columns of people told. Raises AlreadyDone, Conflict before anything is restored, InvalidInput."""
    if row.told_on is not None:
        raise AlreadyDone()
    if row.restored_on is None:
        raise Conflict("not_restored", N_("Nothing is restored yet: record that first, then tell them."))
    return {
        "told_on": within("told_on", told_on, earliest=row.restored_on, latest=on),
        "told_how": text("told_how", told_how, 200, multiline=False),
        "due_on": None,
    }


def settled(row: ProtectedPerson, *, power: str, on: date, by: Actor) -> None:
    """End the term and the alarm of people who have been told."""
    terms.finish_open(kind=KIND, subject_id=row.id, on=on, by=by)
    duties.fulfil(subject=(KIND, row.id), power=power, by=by, at=clock.now())


def _locked(protected_id: UUID, by: Actor, on: date) -> ProtectedPerson:
    return change.locked(ProtectedPerson.objects.select_related(*_ROWS), protected_id, by=by, on=on)
