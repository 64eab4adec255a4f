"""What was violated and what became of it: violations, causes, consequences (O.6.2)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.choices import Finding, RightsHolder, ViolatorKind
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body, Violation
from qadaga.matters.services.answering import answer_by
from qadaga.matters.services.base import begin, text

_FINDINGS_WITH_WORDS = (Finding.FOUND, Finding.REMOVED)


@dataclass(frozen=True, slots=True)
class Violated:
    """A violation as it is entered: the norm, what was done, by whom, whose rights were hurt, since when."""

    norm: str
    what: str
    violator_kind: str
    rights_of: str
    violator_body: Body | None = None
    violator_name: str = ""
    rights_holder: str = ""
    committed_on: date | None = None
    causes: str = Finding.UNKNOWN
    causes_text: str = ""
    consequences: str = Finding.UNKNOWN
    consequences_text: str = ""


@implements("O.6.2", "L.1.3")
def record_violation(*, matter_id: UUID, version: int, violated: Violated, by: Actor, on: date) -> Violation:
    """Record a violation found on the day. Raises InvalidInput naming the field."""
    columns = _columns(violated, on)
    with transaction.atomic():
        step = begin(matter_id, "matter.record_violation", version=version, by=by, on=on)
        seat = {"office_id": step.row.office_id, "region_id": step.row.region_id}
        violation = Violation.objects.create(
            matter=step.row,
            **seat,
            found_on=on,
            found_by_id=by.appointment_id,
            answer_by=answer_by(on),
            **columns,
        )
        step.save()
        step.journal(violation=violation.id)
        return violation


def correct_violation(
    *, matter_id: UUID, violation_id: UUID, version: int, violated: Violated, by: Actor, on: date
) -> Violation:
    """Correct a violation or add what is now known of its causes and consequences."""
    with transaction.atomic():
        step = begin(matter_id, "matter.record_violation", version=version, by=by, on=on)
        violation = violation_of(step.row.id, violation_id)
        columns = _columns(violated, violation.found_on)
        for name, value in columns.items():
            setattr(violation, name, value)
        violation.save(update_fields=list(columns))
        step.save()
        step.journal(violation=violation.id, corrected=True)
        return violation


def violation_of(matter_id: UUID, violation_id: UUID) -> Violation:
    """The matter's own violation of that id; NotFound otherwise."""
    found = Violation.objects.filter(matter=matter_id, id=violation_id).first()
    if found is None:
        raise NotFound()
    return found


def _columns(violated: Violated, found_on: date) -> dict[str, Any]:
    columns = {
        "norm": text("norm", violated.norm, 500, multiline=False),
        "what": text("what", violated.what, 8000),
        "violator_kind": choice("violator_kind", violated.violator_kind, ViolatorKind.values),
        "violator_body": violated.violator_body,
        "violator_name": text("violator_name", violated.violator_name, 300, multiline=False, required=False),
        "rights_of": choice("rights_of", violated.rights_of, RightsHolder.values),
        "rights_holder": text("rights_holder", violated.rights_holder, 300, multiline=False, required=False),
        "committed_on": violated.committed_on,
        **_finding("causes", violated.causes, violated.causes_text),
        **_finding("consequences", violated.consequences, violated.consequences_text),
    }
    if violated.committed_on is not None:
        within("committed_on", violated.committed_on, earliest=None, latest=found_on)
    if violated.violator_body is None and not columns["violator_name"]:
        raise InvalidInput.of("violator_name", "required", N_("Say who broke the norm: a body or a name."))
    return columns


def _finding(field: str, value: str, words: str) -> dict[str, str]:
    choice(field, value, Finding.values)
    required = value in _FINDINGS_WITH_WORDS
    return {field: value, f"{field}_text": text(f"{field}_text", words, 4000, required=required)}
