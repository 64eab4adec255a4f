"""The draft of a resolution: whom, on which ground, what, who inspects, from when (O.8.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.common.ids import new_id
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling, Subject
from qadaga.matters import change
from qadaga.matters.dates import choice
from qadaga.matters.models import Body, Matter
from qadaga.matters.services.base import text
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import MATTER
from qadaga.supervision.inspections import searching
from qadaga.supervision.inspections.choices import Ground, Secrecy
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.services.base import COURSE, begin
from qadaga.supervision.inspections.services.naming import put_down
from qadaga.supervision.inspections.transitions import INSPECTION

_POWER = "inspection.draft"
FARTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a resolution orders. `officers` are appointments of the office; `starts_on` its first day.

    `no_notice` says why the inspected is not told beforehand; `overlap` why this inspection begins though
    the own office has another of the same body under way.
    """

    body: Body
    ground: str
    ground_text: str
    norm: str
    scope: str
    language: str
    starts_on: date
    officers: Sequence[UUID]
    no_notice: str = ""
    overlap: str = ""
    secrecy: str = Secrecy.NONE


@implements("O.8.4")
def draft(*, matter_id: UUID, draft: Draft, by: Actor, on: date) -> Inspection:
    """Begin an inspection in a matter. Raises InvalidInput (422), NotPermitted (403), Conflict (409)."""
    columns = _checked(draft, on)
    with transaction.atomic():
        rows = Matter.objects.select_related("holder", "office", "body")
        matter = change.locked(rows, matter_id, by=by, on=on)
        subject = subject_of(matter, by, on)
        ruling = authority.require(by, _POWER, subject, on=on, ground=draft.ground)
        matter.status = MATTER.move(matter.status, _POWER)
        matter.version += 1
        matter.save(update_fields=["status", "version"])
        inspection = _new(matter, columns, by, on)
        put_down(inspection, draft.officers, on)
        searching.put(inspection)
        _begun(inspection, subject, ruling, by, on)
        return inspection


@implements("O.8.4")
def save_draft(*, inspection_id: UUID, version: int, draft: Draft, by: Actor, on: date) -> Inspection:
    """Save a draft anew. Stale (412) where somebody saved in between."""
    columns = _checked(draft, on)
    with transaction.atomic():
        step = begin(inspection_id, _POWER, version=version, by=by, on=on, ground=draft.ground)
        inspection = step.row
        inspection.officers.filter(relieved_on=None).delete()
        put_down(inspection, draft.officers, on)
        # The mark has a step of its own, with a reason and a line in the journal.
        if columns.pop("secrecy") != inspection.secrecy:
            raise InvalidInput.of(
                "secrecy", "own_step", N_("The secrecy mark is changed by a step of its own, with a reason.")
            )
        step.save(**columns)
        searching.put(inspection)
        step.journal(ground=draft.ground)
        return inspection


def withdraw(*, inspection_id: UUID, version: int, reason: str, by: Actor, on: date) -> Inspection:
    """Give a draft up; it stays on record."""
    reason = text("reason", reason)
    with transaction.atomic():
        step = begin(inspection_id, "inspection.withdraw", version=version, by=by, on=on)
        step.save(reason)
        step.journal()
        return step.row


@implements("O.8.d5")
def mark_secrecy(
    *,
    inspection_id: UUID,
    version: int,
    secrecy: str,
    reason: str,
    by: Actor,
    on: date,
    state_secret: bool = False,
) -> Inspection:
    """Narrow or widen the readers. A state secret is refused with the clause: it is not handled here."""
    choice("secrecy", secrecy, Secrecy.values)
    reason = text("reason", reason)
    extra = {"state_secret"} if state_secret else ()
    with transaction.atomic():
        step = begin(inspection_id, "inspection.mark_secrecy", version=version, by=by, on=on, extra=extra)
        step.save(reason, secrecy=secrecy)
        step.journal(secrecy=secrecy)
        return step.row


def _checked(draft: Draft, on: date) -> dict[str, Any]:
    problems = Problems()
    found: dict[str, Any] = {}
    for name, known in (
        ("ground", Ground.values),
        ("language", Language.values),
        ("secrecy", Secrecy.values),
    ):
        with problems.collect():
            found[name] = choice(name, getattr(draft, name), known)
    for name, most, several, needed in (
        ("ground_text", 300, False, True),
        ("norm", 500, False, True),
        ("scope", 8000, True, True),
        ("no_notice", 2000, True, False),
        ("overlap", 2000, True, False),
    ):
        with problems.collect():
            found[name] = text(name, getattr(draft, name), most, multiline=several, required=needed)
    if draft.starts_on < on:
        problems.add("starts_on", "past", N_("An inspection begins on the day of its resolution or later."))
    elif draft.starts_on > on + FARTHEST:
        problems.add("starts_on", "too_late", N_("An inspection begins within a year: the day is mistyped."))
    if not draft.officers:
        problems.add("officers", "required", N_("Name at least one officer who inspects."))
    problems.check()
    return {**found, "body": draft.body, "starts_on": draft.starts_on}


def _new(matter: Matter, columns: dict[str, Any], by: Actor, on: date) -> Inspection:
    office = matter.holder
    inspection = Inspection(
        id=new_id(),
        matter=matter,
        office=office,
        region_id=office.region_id,
        status=INSPECTION.move("", _POWER),
        drafted_on=on,
        author_id=by.appointment_id,
        **columns,
    )
    inspection.save(force_insert=True)
    return inspection


def _begun(inspection: Inspection, subject: Subject, ruling: Ruling, by: Actor, on: date) -> None:
    step = COURSE.begun(inspection, _POWER, subject, ruling, by=by, on=on, ground=inspection.ground)
    step.journal(ground=inspection.ground)
