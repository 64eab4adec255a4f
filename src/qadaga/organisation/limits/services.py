"""The General Prosecutor's Office sets a limit of hours anew, from a day on (O.8.d4)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.database.refusals import refused_by
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters.dates import within
from qadaga.organisation.exercise import exercise
from qadaga.organisation.limits.models import LONGEST, LimitEdition

SET, REPLACED = "limit.set", "limit.replaced"
_NAMES = UUID("7c1b6a52-2f83-5d0e-9c55-91b6f3f0a4d1")
_TAKEN = FieldError(
    "starts_on", "twice", N_("A figure of this limit began on that day already. Choose a later day.")
)


@dataclass(frozen=True, slots=True)
class Edition:
    """How many hours from which day on, by which norm or decision of which day; whether it was checked."""

    hours: int
    starts_on: date
    norm: str
    decided_on: date
    checked: bool = False


def limit_subject(by: Actor, on: date) -> Subject:
    """Limits are the same for the country: they stand with the office of whoever sets them."""
    who = by.who(on)
    return Subject(kind="limit") if who is None else Subject(kind="limit", office=who.office, path=who.path)


@implements("O.8.d4")
@transaction.atomic
def set_limit(*, limit: str, edition: Edition, by: Actor, on: date) -> LimitEdition:
    """Put a figure in force from a day on; what was done before stays under the figures of those days.

    A figure that has not begun and would begin on that day or later is replaced: so one set in error is
    corrected, or withdrawn by setting again the one in force.

    Raises NotFound (no such limit), NotPermitted, InvalidInput (wrong hours, a day gone by or taken).
    """
    if limit not in load().limits:
        raise NotFound
    done = exercise(by, SET, limit_subject(by, on), on)
    row = LimitEdition(limit=limit, hours=_hours(limit, edition.hours), checked=edition.checked)
    row.norm = clean(edition.norm, field="norm", max_length=300, required=True)
    row.decided_on = within("decided_on", edition.decided_on, earliest=None, latest=on)
    row.starts_on = _to_come(edition.starts_on, on)
    row.office_id, row.set_on, row.set_by_id = by.office_id, on, by.appointment_id
    replaced = _replace(limit, row.starts_on, on)
    with refused_by({"limitedition_once_a_day": _TAKEN}):
        row.save(force_insert=True)
    subject = ("limit", uuid5(_NAMES, limit))
    for one in replaced:
        done.record(REPLACED, by.office_id, subject, {**_data(one), "by": row.id})
    done.record(SET, by.office_id, subject, _data(row))
    return row


def _replace(limit: str, starts_on: date, on: date) -> list[LimitEdition]:
    """Those that have not begun by today and begin from that day on; they stay as rows."""
    to_come = LimitEdition.objects.filter(limit=limit, replaced_on=None, starts_on__gt=on)
    found = list(to_come.filter(starts_on__gte=starts_on).select_for_update().order_by("id"))
    LimitEdition.objects.filter(id__in=[one.id for one in found]).update(replaced_on=on)
    return found


def _data(row: LimitEdition) -> dict[str, Any]:
    named = {"edition": row.id, "limit": row.limit, "hours": row.hours}
    return {**named, "starts_on": row.starts_on, "checked": row.checked}


def _to_come(starts_on: date, on: date) -> date:
    if starts_on < on:
        raise InvalidInput.of("starts_on", "past", N_("A figure begins today at the earliest."))
    return starts_on


def _hours(limit: str, hours: int) -> int:
    most = min(load().limits[limit].most, LONGEST)
    if not 1 <= hours <= most:
        raise InvalidInput.of("hours", "bad_length", N_("Give from 1 to %(most)s hours."), most=most)
    return hours
