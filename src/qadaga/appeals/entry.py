"""What is entered about an appeal, before it is a row: plain values from a form, the API or a file."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantEntry:
    """One applicant as entered. Codes are those of `appeals.kinds`; an empty text means "not given"."""

    kind: str = "person"
    name: str = ""
    iin: str = ""
    bin: str = ""
    no_id_reason: str = ""
    birth_date: date | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    representative_name: str = ""
    representative_iin: str = ""
    authority_document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealEntry:
    """One appeal as entered; the ids are of rows in the registers of bodies, people and appeals."""

    kind: str
    language: str
    way: str
    arrived_on: date
    summary: str
    applicants: tuple[ApplicantEntry, ...] = ()
    attachments_note: str = ""
    paper_place: str = ""
    body_id: UUID | None = None
    body_name: str = ""
    official_id: UUID | None = None
    official_name: str = ""
    anonymous: bool = False
    anonymous_ground: str = ""
    oral: bool = False
    minor: bool = False
    detained: bool = False
    repeats_id: UUID | None = None
