"""Checks of an entry. Pure: no database, no clock. All faults are told at once, with what would be right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from qadaga.appeals.applicant_checking import checked_applicant
from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.appeals.kinds import AnonymousGround, ApplicantKind, Kind, Language, Way
from qadaga.common.errors import Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean

MAX_APPLICANTS = 50
MAX_SUMMARY = 20_000
ADULT_AT = 18
_EARLIEST = date(1991, 12, 16)
_TEXTS = {
    "attachments_note": (2_000, True),
    "paper_place": (200, False),
    "body_name": (300, False),
    "official_name": (200, False),
}
_LISTS = {"kind": Kind.values, "language": Language.values, "way": Way.values}


def checked(entry: AppealEntry, *, on: date) -> AppealEntry:
    """The entry with clean texts and numbers, `minor` set when a birth date or an IIN says so.

    Raises InvalidInput naming every faulty field (`summary`, `applicants.0.iin`, …).
    """
    problems = Problems()
    _check_lists(entry, problems)
    _check_arrival(entry.arrived_on, on, problems)
    entry = _clean_texts(entry, problems)
    applicants = _checked_applicants(entry, on, problems)
    _check_anonymous(entry, problems)
    _check_minor(entry, applicants, problems)
    problems.check()
    minor = entry.minor or any(is_minor(applicant, entry.arrived_on) for applicant in applicants)
    return replace(entry, applicants=applicants, minor=minor)


def is_minor(applicant: ApplicantEntry, on: date) -> bool:
    """Whether the birth date says that the applicant is under 18 on the day."""
    born = applicant.birth_date
    return born is not None and _age(born, on) < ADULT_AT


def all_of_age(applicants: Sequence[ApplicantEntry], on: date) -> bool:
    """Whether there are applicants and each is known to be of age on the day; organisations are."""
    return bool(applicants) and all(_of_age(applicant, on) for applicant in applicants)


def _of_age(applicant: ApplicantEntry, on: date) -> bool:
    if applicant.kind == ApplicantKind.ORGANISATION:
        return True
    return applicant.birth_date is not None and not is_minor(applicant, on)


def _check_minor(entry: AppealEntry, applicants: tuple[ApplicantEntry, ...], problems: Problems) -> None:
    """The flag is for applicants whose birth date is not known; it cannot contradict what is known."""
    if len(applicants) != len(entry.applicants) or not (
        entry.minor and all_of_age(applicants, entry.arrived_on)
    ):
        return
    born = [applicant.birth_date for applicant in applicants if applicant.birth_date]
    if not born:
        problems.add(
            "minor",
            "minor_organisation",
            N_(
                "The appeal is marked as one of a person under 18, but only organisations apply. "
                "Take the mark off."
            ),
        )
        return
    problems.add(
        "minor",
        "minor_of_age",
        N_(
            "The appeal is marked as one of a person under 18, but the youngest applicant was born on "
            "%(born)s and was 18 when it arrived. Take the mark off, or correct the IIN or the birth date. "
            "If somebody applies for a child, enter the child as the applicant and the other as the "
            "representative."
        ),
        born=max(born),
    )


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _check_lists(entry: AppealEntry, problems: Problems) -> None:
    for field, values in _LISTS.items():
        if getattr(entry, field) not in values:
            problems.add(field, "choose", N_("Choose one of the values offered."))
    if entry.anonymous_ground not in AnonymousGround.values:
        problems.add("anonymous_ground", "choose", N_("Choose one of the values offered."))


def _check_arrival(arrived_on: date, on: date, problems: Problems) -> None:
    if arrived_on > on:
        problems.add(
            "arrived_on",
            "in_future",
            N_("The day of arrival %(day)s has not come yet. Enter today or an earlier day."),
            day=arrived_on,
        )
    elif arrived_on < _EARLIEST:
        problems.add(
            "arrived_on",
            "too_early",
            N_("The day of arrival %(day)s is too long ago. Check the year."),
            day=arrived_on,
        )


def _clean_texts(entry: AppealEntry, problems: Problems) -> AppealEntry:
    values: dict[str, Any] = {}
    with problems.collect():
        values["summary"] = clean(
            entry.summary, field="summary", max_length=MAX_SUMMARY, multiline=True, required=True
        )
    for field, (length, multiline) in _TEXTS.items():
        with problems.collect():
            values[field] = clean(getattr(entry, field), field=field, max_length=length, multiline=multiline)
    return replace(entry, **values)


def _checked_applicants(entry: AppealEntry, on: date, problems: Problems) -> tuple[ApplicantEntry, ...]:
    if len(entry.applicants) > MAX_APPLICANTS:
        problems.add(
            "applicants",
            "too_many",
            N_("At most %(most)s applicants fit one appeal; list the others in the attachments note."),
            most=MAX_APPLICANTS,
        )
        return ()
    done = []
    for position, applicant in enumerate(entry.applicants):
        with problems.collect():
            done.append(checked_applicant(applicant, f"applicants.{position}.", on))
    _refuse_twice(done, problems)
    return tuple(done)


def _refuse_twice(applicants: list[ApplicantEntry], problems: Problems) -> None:
    seen: set[str] = set()
    for position, applicant in enumerate(applicants):
        number = applicant.iin or applicant.bin
        if number and number in seen:
            field = "iin" if applicant.iin else "bin"
            problems.add(
                f"applicants.{position}.{field}",
                "twice",
                N_("This applicant is entered twice. Remove one of the two."),
            )
        seen.add(number)


def _check_anonymous(entry: AppealEntry, problems: Problems) -> None:
    if entry.anonymous and entry.applicants:
        problems.add(
            "anonymous",
            "anonymous_named",
            N_("An anonymous appeal has no applicants. Remove one or the other."),
        )
    if not entry.anonymous and not entry.applicants:
        problems.add(
            "applicants", "no_applicant", N_("Enter at least one applicant, or mark the appeal as anonymous.")
        )
    if not entry.anonymous and entry.anonymous_ground:
        problems.add(
            "anonymous_ground",
            "not_anonymous",
            N_("A ground to consider an anonymous appeal is given, but the appeal is not marked anonymous."),
        )
