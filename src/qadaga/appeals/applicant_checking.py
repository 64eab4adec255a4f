"""Checks of one applicant. Pure. Field names carry a prefix, so that a form can show a fault at its place."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from qadaga.appeals.entry import ApplicantEntry
from qadaga.appeals.kinds import ApplicantKind, NoIdReason
from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.common.identifiers import Iin, parse_bin, parse_iin
from qadaga.common.text import clean

_TEXTS = {
    "address": 400,
    "representative_name": 200,
    "authority_document": 300,
}
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{4,30}")
_FOREIGN_ORGANISATION = {"", NoIdReason.FOREIGN_ORGANISATION, NoIdReason.NOT_GIVEN}


def checked_applicant(entry: ApplicantEntry, prefix: str, on: date) -> ApplicantEntry:
    """The applicant with clean texts and checked numbers; a birth date the IIN knows is filled in.

    Raises InvalidInput naming every faulty field under `prefix`.
    """
    problems = Problems()
    entry = _clean_texts(entry, prefix, problems)
    if entry.kind == ApplicantKind.PERSON:
        entry = _person(entry, prefix, on, problems)
    elif entry.kind == ApplicantKind.ORGANISATION:
        entry = _organisation(entry, prefix, problems)
    else:
        problems.add(f"{prefix}kind", "choose", N_("Choose one of the values offered."))
    entry = _representative(entry, prefix, on, problems)
    _contacts(entry, prefix, problems)
    problems.check()
    return entry


def _clean_texts(entry: ApplicantEntry, prefix: str, problems: Problems) -> ApplicantEntry:
    values: dict[str, Any] = {}
    with problems.collect():
        values["name"] = clean(entry.name, field=f"{prefix}name", max_length=200, required=True)
    limits = _TEXTS | {"phone": 40, "email": 254, "iin": 40, "bin": 40, "representative_iin": 40}
    for field, length in limits.items():
        with problems.collect():
            values[field] = clean(getattr(entry, field), field=f"{prefix}{field}", max_length=length)
    if entry.no_id_reason not in NoIdReason.values:
        problems.add(f"{prefix}no_id_reason", "choose", N_("Choose one of the values offered."))
    return replace(entry, **values)


def _person(entry: ApplicantEntry, prefix: str, on: date, problems: Problems) -> ApplicantEntry:
    entry = replace(entry, bin="")
    if entry.birth_date is not None and entry.birth_date > on:
        problems.add(
            f"{prefix}birth_date",
            "in_future",
            N_("The birth date %(day)s has not come yet. Check it."),
            day=entry.birth_date,
        )
    if not entry.iin:
        _need_reason(entry, f"{prefix}iin", problems)
        return entry
    iin = _iin(entry.iin, f"{prefix}iin", on, problems)
    if iin is None:
        return entry
    return _birth_date(replace(entry, iin=iin.value, no_id_reason=""), iin.birth_date, prefix, problems)


def _iin(text: str, field: str, on: date, problems: Problems) -> Iin | None:
    try:
        return parse_iin(text, field=field, on=on)
    except InvalidInput as error:
        for fault in error.fields:
            problems.add(fault.field, fault.code, fault.message, **fault.data)
        return None


def _birth_date(entry: ApplicantEntry, known: date | None, prefix: str, problems: Problems) -> ApplicantEntry:
    if known is None or entry.birth_date == known:
        return entry
    if entry.birth_date is None:
        return replace(entry, birth_date=known)
    problems.add(
        f"{prefix}birth_date",
        "not_as_iin",
        N_("The IIN says that the birth date is %(known)s. Compare both with the document."),
        known=known,
    )
    return entry


def _organisation(entry: ApplicantEntry, prefix: str, problems: Problems) -> ApplicantEntry:
    entry = replace(entry, iin="", birth_date=None)
    if entry.no_id_reason not in _FOREIGN_ORGANISATION:
        problems.add(
            f"{prefix}no_id_reason",
            "not_for_organisation",
            N_("This reason is for people. For an organisation choose another one."),
        )
    if not entry.bin:
        _need_reason(entry, f"{prefix}bin", problems)
        return entry
    number = ""
    with problems.collect():
        number = parse_bin(entry.bin, field=f"{prefix}bin").value
    return replace(entry, bin=number, no_id_reason="")


def _need_reason(entry: ApplicantEntry, field: str, problems: Problems) -> None:
    if not entry.no_id_reason:
        problems.add(
            field, "number_or_reason", N_("Enter the number, or choose the reason why there is none.")
        )


def _representative(entry: ApplicantEntry, prefix: str, on: date, problems: Problems) -> ApplicantEntry:
    if not (entry.representative_name or entry.representative_iin or entry.authority_document):
        return entry
    if not entry.representative_name:
        problems.add(f"{prefix}representative_name", "required", N_("Enter the name of the representative."))
    if not entry.authority_document:
        problems.add(
            f"{prefix}authority_document",
            "required",
            N_("Enter the document that gives the representative authority: what, its number and date."),
        )
    if entry.representative_iin:
        iin = _iin(entry.representative_iin, f"{prefix}representative_iin", on, problems)
        return replace(entry, representative_iin=iin.value if iin else entry.representative_iin)
    return entry


def _contacts(entry: ApplicantEntry, prefix: str, problems: Problems) -> None:
    if entry.email and not _EMAIL.fullmatch(entry.email):
        problems.add(f"{prefix}email", "bad_email", N_("Write the e-mail address as name@example.kz."))
    if entry.phone and not _PHONE.fullmatch(entry.phone):
        problems.add(
            f"{prefix}phone", "bad_phone", N_("Write the telephone number in digits, as +7 701 234 56 78.")
        )
