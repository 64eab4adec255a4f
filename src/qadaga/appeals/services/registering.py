"""Registering an appeal. Lean: the peak of the service is here, so no row is read that need not be."""

from dataclasses import fields
from datetime import date
from typing import Any

from django.db import IntegrityError

from qadaga import authority
from qadaga.appeals.checking import checked
from qadaga.appeals.coupons import new_coupon
from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.appeals.models import Appeal, Applicant
from qadaga.appeals.searching import search_entry
from qadaga.appeals.services import clocks
from qadaga.appeals.services.base import NO_SUCH_ROW, record
from qadaga.appeals.services.passing_up import office_above_if_head, pass_up
from qadaga.appeals.subject import new_subject
from qadaga.appeals.transitions import APPEAL
from qadaga.authority.actor import Actor
from qadaga.authority.lists import search
from qadaga.authority.scope import scope_of
from qadaga.common.errors import InvalidInput
from qadaga.common.ids import new_id
from qadaga.common.sortkeys import sort_key
from qadaga.database.inserting import insert
from qadaga.database.whole import part
from qadaga.documents import numbering
from qadaga.journal.services import gathered
from qadaga.law.coverage import implements

POWER = "appeal.register"
REGISTER = "appeal"
"""The register of `documents.numbering` that appeals take their numbers from."""

_APPLICANT_FIELDS = [field.name for field in fields(ApplicantEntry)]
_APPEAL_FIELDS = [field.name for field in fields(AppealEntry) if field.name != "applicants"]
_LINKS = {"body_id": "body", "official_id": "official", "repeats_id": "repeats"}


@implements("O.8.d1")
def register(
    *,
    entry: AppealEntry,
    by: Actor,
    on: date,
    challenges: Appeal | None = None,
) -> Appeal:
    """Register an appeal in the actor's own office; its number and coupon are on the row returned.

    Starts the term of consideration. A complaint about the office's own head goes to the office above at
    once, under control. Raises InvalidInput (422), NotPermitted (403).
    """
    entry = checked(entry, on=on)
    appeal = new_row(entry, by=by, on=on)
    appeal.challenges = challenges
    try:
        with part(), gathered():
            return _register(appeal, entry, by=by, on=on)
    except IntegrityError as error:
        raise explained(error) from error


def new_row(entry: AppealEntry, *, by: Actor, on: date) -> Appeal:
    """The row of a checked entry, not yet saved: without number and term."""
    return Appeal(
        id=new_id(),
        register=REGISTER,
        year=on.year,
        coupon=new_coupon(),
        office_id=by.office_id,
        region_id=by.region_id,
        registered_by_id=by.appointment_id,
        registered_on=on,
        **appeal_values(entry),
    )


def appeal_values(entry: AppealEntry) -> dict[str, Any]:
    """The columns of an appeal that an entry fills."""
    return {name: getattr(entry, name) for name in _APPEAL_FIELDS}


def applicant_values(entry: ApplicantEntry) -> dict[str, Any]:
    """The columns of an applicant that an entry fills."""
    values = {name: getattr(entry, name) for name in _APPLICANT_FIELDS}
    return {**values, "sort_key": sort_key(entry.name)}


def applicant_rows(appeal: Appeal, entries: tuple[ApplicantEntry, ...]) -> list[Applicant]:
    """Rows of the applicants, not yet saved, in the order they were entered in."""
    return [
        Applicant(
            appeal_id=appeal.id,
            office_id=appeal.office_id,
            region_id=appeal.region_id,
            position=position,
            **applicant_values(entry),
        )
        for position, entry in enumerate(entries)
    ]


def explained(error: IntegrityError) -> Exception:
    """What a person is told of a refusal by the database: a link to what is not there."""
    diagnosis = getattr(error.__cause__, "diag", None)
    constraint = (diagnosis and diagnosis.constraint_name) or ""
    for column, field in _LINKS.items():
        if f"_{column}_" in constraint:
            return InvalidInput.of(field, "no_such_row", NO_SUCH_ROW)
    return error


def refuse_unseen_repeat(entry: AppealEntry, own: Appeal, *, by: Actor, on: date) -> None:
    """An appeal repeats another one that the actor sees: the card then names it by its number (L.1.2).

    Raises InvalidInput on `repeats`, the same whether it exists or not.
    """
    if entry.repeats_id is None:
        return
    others = Appeal.objects.filter(pk=entry.repeats_id).exclude(pk=own.pk)
    if not scope_of(by, on).listed(others, "appeal").exists():
        raise InvalidInput.of("repeats", "no_such_row", NO_SUCH_ROW)


def _register(appeal: Appeal, entry: AppealEntry, *, by: Actor, on: date) -> Appeal:
    ruling = authority.require(by, POWER, new_subject(by, on), on=on)
    refuse_unseen_repeat(entry, appeal, by=by, on=on)
    appeal.status = APPEAL.move("", POWER)
    above = office_above_if_head(entry, by=by, on=on)
    term, event = clocks.consideration(appeal, by=by, on=on)
    appeal.due_on = term.due_on
    _take_number(appeal, by)
    insert([*applicant_rows(appeal, entry.applicants), term, event, appeal])
    search.put(search_entry(appeal, entry.applicants))
    record(appeal, POWER, by=by, on=on, ruling=ruling, data=_facts(appeal, entry))
    if above is not None:
        pass_up(appeal, above, by=by, on=on, ruling=ruling)
    return appeal


def _take_number(appeal: Appeal, by: Actor) -> None:
    appeal.number = numbering.take_formatted(
        office_code=by.office_code, office_id=appeal.office_id, year=appeal.year, register=REGISTER
    )


def _facts(appeal: Appeal, entry: AppealEntry) -> dict[str, Any]:
    return {
        "number": appeal.number,
        "kind": appeal.kind,
        "way": appeal.way,
        "arrived_on": appeal.arrived_on,
        "due_on": appeal.due_on,
        "applicants": len(entry.applicants),
        "repeats": appeal.repeats_id,
        "challenges": appeal.challenges_id,
    }
