"""Who was protected, what was recovered (L.1.3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.common.money import Money
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.choices import (
    ProtectedKind,
    ProtectedSource,
    ProtectedStatus,
    RecoveredFor,
    RightHurt,
)
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body, Matter, ProtectedPerson, Recovery, Violation
from qadaga.matters.services.base import begin, text
from qadaga.matters.services.findings import violation_of
from qadaga.matters.services.protection import owed, settled, telling
from qadaga.matters.step import Step


@dataclass(frozen=True, slots=True)
class Protected:
    """Whose rights were hurt, how many people, which right, by whom; what was restored and when, if it was;
    when and how they were told.

    By whom is the violation's to say where `hurt_by` is not given; `source` is where it came to light.
    """

    kind: str
    name: str
    restored: str = ""
    restored_on: date | None = None
    iin: str = ""
    count: int = 1
    violation_id: UUID | None = None
    told_on: date | None = None
    told_how: str = ""
    right: str = RightHurt.OTHER
    hurt_by: Body | None = None
    source: str = ProtectedSource.MATTER


@implements("O.6.1", "O.8.d1", "L.1.3")
def record_protected(
    *, matter_id: UUID, version: int, protected: Protected, by: Actor, on: date
) -> ProtectedPerson:
    """Record people protected (O.8.d1). Raises InvalidInput naming the field."""
    _check_protected(protected, on)
    with transaction.atomic():
        step = begin(matter_id, "matter.record_protected", version=version, by=by, on=on)
        violation = _violation(step, protected.violation_id)
        by_whom = protected.hurt_by or (violation.violator_body if violation else None)
        person = ProtectedPerson.objects.create(
            matter=step.row,
            office_id=step.row.office_id,
            region_id=step.row.region_id,
            status=_status(protected),
            violation=violation,
            hurt_by=by_whom,
            found_on=on,
            recorded_by_id=by.appointment_id,
            **_columns(protected),
        )
        owed(person, on=on, by=by)
        step.save()
        step.journal(protected=person.id, count=person.count, right=person.right)
        return person


def record_told(
    *, matter_id: UUID, protected_id: UUID, version: int, told_on: date, told_how: str, by: Actor, on: date
) -> ProtectedPerson:
    """Record that the protected people were told, when and how. Raises Conflict before anything is restored,
    AlreadyDone.
    """
    with transaction.atomic():
        step = begin(matter_id, "matter.record_protected", version=version, by=by, on=on)
        person = ProtectedPerson.objects.select_for_update().filter(matter=step.row, id=protected_id).first()
        if person is None:
            raise NotFound()
        changes = telling(person, told_on, told_how, on)
        change.advance(person, ProtectedStatus.TOLD, **changes)
        settled(person, power=step.power, on=on, by=by)
        step.save()
        step.journal(protected=person.id, told=told_on)
        return person


@dataclass(frozen=True, slots=True)
class Recovered:
    """Money recovered: how much, for whom, when, on what basis."""

    sum: Money
    recovered_for: str
    recovered_on: date
    basis: str


def record_recovery(*, matter_id: UUID, version: int, recovered: Recovered, by: Actor, on: date) -> Recovery:
    """Record money recovered, beside the four results."""
    choice("recovered_for", recovered.recovered_for, RecoveredFor.values)
    if recovered.sum.tiyn <= 0:
        raise InvalidInput.of("sum", "not_positive", N_("A recovered sum is more than zero."))
    with transaction.atomic():
        step = begin(matter_id, "matter.record_result", version=version, by=by, on=on)
        recovery = Recovery.objects.create(
            matter=step.row,
            tiyn=recovered.sum.tiyn,
            recovered_for=recovered.recovered_for,
            recovered_on=within("recovered_on", recovered.recovered_on, earliest=None, latest=on),
            basis=text("basis", recovered.basis, 300, multiline=False),
            recorded_by_id=by.appointment_id,
        )
        step.save()
        step.journal(recovery=recovery.id)
        return recovery


def _check_protected(protected: Protected, on: date) -> None:
    choice("kind", protected.kind, ProtectedKind.values)
    choice("right", protected.right, RightHurt.values)
    choice("source", protected.source, ProtectedSource.values)
    if protected.restored_on is not None:
        within("restored_on", protected.restored_on, earliest=None, latest=on)
    elif protected.restored:
        raise InvalidInput.of("restored_on", "required", N_("Say when the right was restored."))
    _check_told(protected, on)
    if protected.count < 1 or (protected.kind != ProtectedKind.GROUP and protected.count != 1):
        raise InvalidInput.of(
            "count", "bad_count", N_("One person or entity counts as one; only a group counts as more.")
        )


def _check_told(protected: Protected, on: date) -> None:
    if protected.told_on is None:
        return
    if protected.restored_on is None:
        raise InvalidInput.of("restored_on", "required", N_("Say when the right was restored."))
    within("told_on", protected.told_on, earliest=protected.restored_on, latest=on)


def _columns(protected: Protected) -> dict[str, Any]:
    restored = text("restored", protected.restored) if protected.restored_on else None
    told_how = text("told_how", protected.told_how, 200, multiline=False) if protected.told_on else None
    return {
        "kind": protected.kind,
        "right": protected.right,
        "source": protected.source,
        "name": text("name", protected.name, 300, multiline=False),
        "iin": parse_iin(protected.iin).value if protected.iin else None,
        "count": protected.count,
        "restored": restored,
        "restored_on": protected.restored_on,
        "told_on": protected.told_on,
        "told_how": told_how,
    }


def _status(protected: Protected) -> ProtectedStatus:
    if protected.restored_on is None:
        return ProtectedStatus.HURT
    return ProtectedStatus.RESTORED if protected.told_on is None else ProtectedStatus.TOLD


def _violation(step: Step[Matter], violation_id: UUID | None) -> Violation | None:
    return None if violation_id is None else violation_of(step.row.id, violation_id)
