"""An appeal read back as what was entered: for a correction, and for the office an appeal was passed to."""

from dataclasses import fields

from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.appeals.models import Appeal, Applicant

_OF_APPEAL = [field.name for field in fields(AppealEntry) if field.name != "applicants"]
_OF_APPLICANT = [field.name for field in fields(ApplicantEntry)]


def entry_of(appeal: Appeal) -> AppealEntry:
    """What is registered, as an entry; one query for the applicants."""
    rows = appeal.applicants.order_by("position")
    values = {name: getattr(appeal, name) for name in _OF_APPEAL}
    return AppealEntry(**values, applicants=tuple(applicant_entry_of(row) for row in rows))


def applicant_entry_of(row: Applicant) -> ApplicantEntry:
    """One applicant as an entry."""
    return ApplicantEntry(**{name: getattr(row, name) for name in _OF_APPLICANT})
