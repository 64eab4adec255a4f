"""The one shape of a change: find the record in scope and lock it, compare versions, and journal last."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import Stale
from qadaga.documents import numbering
from qadaga.journal import services as journal
from qadaga.law.model import Ruling
from qadaga.offices.models import Office


class Versioned(Protocol):
    """A row that two people must not overwrite for each other."""

    version: int


M = TypeVar("M", bound=Model)


def locked(rows: "QuerySet[M]", pk: UUID, *, by: Actor, on: date) -> M:
    """The row within the actor's scope, locked to the end of the transaction; NotFound outside the scope.

    The actor's standing is held first: whoever changes the staff may need the row too (a handover).
    """
    standing.hold(by)
    return get_or_404(rows.select_for_update(of=("self",)), scope_of(by, on), pk)


def expect(record: Versioned, version: int) -> None:
    """Raise Stale (412) unless the record is still at the version the person saw."""
    if record.version != version:
        raise Stale(record.version)


def advance(record: Any, status: str, **changes: Any) -> None:
    """Write the changed columns of a versioned record, its new status and its next version; nothing else."""
    for name, value in {**changes, "status": status, "version": record.version + 1}.items():
        setattr(record, name, value)
    record.save(update_fields=[*changes, "status", "version"])


def number(office: Office, on: date, register: str) -> tuple[int, str]:
    """The office's next number of the year in the register, and how it reads; just before the journal."""
    count = numbering.take(office_code=office.code, office_id=office.id, year=on.year, register=register)
    text = numbering.formatted(office_code=office.code, year=on.year, register=register, number=count)
    return count, text


def write(
    *,
    office_id: UUID,
    power: str,
    subject: Model,
    kind: str,
    by: Actor,
    on: date,
    ruling: Ruling,
    data: Mapping[str, Any],
) -> None:
    """Record the exercise of a power in the office's journal; the last thing in the transaction."""
    journal.record(
        office_id=office_id,
        action=power,
        subject_kind=kind,
        subject_id=subject.pk,
        by=journal.JournalActor(by.person_id, by.appointment_id, by.office_id),
        ruling=ruling.as_json(),
        on=on,
        data=data,
    )
