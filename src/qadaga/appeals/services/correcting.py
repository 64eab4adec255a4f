"""Correcting a registration: by a reasoned decision only; the number and the days never change."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from qadaga.appeals.checking import checked
from qadaga.appeals.entry import AppealEntry
from qadaga.appeals.grounds import chosen
from qadaga.appeals.kinds import DecisionKind
from qadaga.appeals.models import Appeal, Applicant
from qadaga.appeals.searching import search_entry
from qadaga.appeals.services.base import begin, reasoned
from qadaga.appeals.services.deciding import decide
from qadaga.appeals.services.registering import (
    appeal_values,
    applicant_rows,
    applicant_values,
    explained,
    refuse_unseen_repeat,
)
from qadaga.authority.actor import Actor
from qadaga.authority.lists import search
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters import services as matters
from qadaga.matters.step import Step

POWER = "appeal.correct"


def correct(
    *, appeal_id: UUID, entry: AppealEntry, ground: str, reason: str, version: int, by: Actor, on: date
) -> Appeal:
    """Replace what was entered; the number, coupon and days of registration stay. The old values are kept.

    Raises InvalidInput (422) also when nothing differs, Stale, NotPermitted, Conflict, NotFound.
    """
    reason, ground_id = reasoned(reason), chosen(POWER, ground)
    try:
        with transaction.atomic():
            step = begin(appeal_id, POWER, version=version, by=by, on=on, ground=ground_id)
            return _correct(step, entry, ground_id, reason)
    except IntegrityError as error:
        raise explained(error) from error


def _correct(step: Step[Appeal], entry: AppealEntry, ground: str | None, reason: str) -> Appeal:
    appeal = step.row
    entry = checked(entry, on=appeal.registered_on)
    if entry.repeats_id != appeal.repeats_id:  # a link that stands may stay, though its appeal left the scope
        refuse_unseen_repeat(entry, appeal, by=step.by, on=step.on)
    rows = list(appeal.applicants.order_by("position"))
    before = _differences(appeal, rows, entry)
    if not before:
        raise InvalidInput.of("reason", "nothing_changed", N_("Nothing differs from what is registered."))
    decision = decide(step, DecisionKind.CORRECT, reason, ground=ground, before=before)
    _rewrite_applicants(appeal, rows, entry)
    official = appeal.official_id
    step.save(**appeal_values(entry))
    _tell_matter(appeal, official)
    search.put(search_entry(appeal, entry.applicants))
    step.journal(decision=decision.id, ground=ground, fields=sorted(before))
    return appeal


def _tell_matter(appeal: Appeal, before: UUID | None) -> None:
    """The matter complains of whom its appeals name now, and of nobody named by mistake."""
    if appeal.matter is None or appeal.official_id == before:
        return
    if appeal.official_id is not None:
        matters.complains_of(appeal.matter, appeal.official_id)
    if before is not None and not appeal.matter.appeals.filter(official=before).exists():
        matters.complains_no_more(appeal.matter, before)


def _differences(appeal: Appeal, rows: list[Applicant], entry: AppealEntry) -> dict[str, Any]:
    """The old value of each field that differs, as JSON."""
    changed = {
        name: _plain(getattr(appeal, name))
        for name, value in appeal_values(entry).items()
        if getattr(appeal, name) != value
    }
    old = [{name: getattr(row, name) for name in applicant_values(item)} for row, item in _pairs(rows, entry)]
    new = [applicant_values(item) for item in entry.applicants]
    if old != new or len(rows) != len(new):
        changed["applicants"] = [_stored(row) for row in rows]
    return changed


def _pairs(rows: list[Applicant], entry: AppealEntry) -> Any:
    return zip(rows, entry.applicants, strict=False)


def _stored(row: Applicant) -> dict[str, Any]:
    hidden = {"id", "appeal_id", "office_id", "region_id", "position", "sort_key"}
    names = [field.attname for field in row._meta.concrete_fields if field.attname not in hidden]
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | str | None) else str(value)


def _rewrite_applicants(appeal: Appeal, rows: list[Applicant], entry: AppealEntry) -> None:
    for row, item in _pairs(rows, entry):
        for name, value in applicant_values(item).items():
            setattr(row, name, value)
        row.save()
    Applicant.objects.bulk_create(applicant_rows(appeal, entry.applicants)[len(rows) :])
    surplus = [row.id for row in rows[len(entry.applicants) :]]
    try:
        Applicant.objects.filter(id__in=surplus).delete()
    except ProtectedError as error:
        raise InvalidInput.of(
            "applicants",
            "asked_for_materials",
            N_("An applicant who asked to see the materials cannot be taken out of the appeal."),
        ) from error
