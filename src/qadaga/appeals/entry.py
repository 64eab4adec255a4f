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


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSpeaks:
    """What somebody held complains of, as it is taken down: who, without an IIN why not, what about.

    `body_id` is who runs the place, where the complaint is about them; `place` the name and address of it.
    """

    language: str
    summary: str
    name: str
    place: str
    iin: str = ""
    no_id_reason: str = ""
    birth_date: date | None = None
    minor: bool = False
    body_id: UUID | None = None


def from_custody(said: HeldSpeaks, on: date) -> AppealEntry:
    """The complaint of somebody held, taken from their own hand: they are the applicant (L.3.6)."""
    applicant = ApplicantEntry(
        name=said.name,
        iin=said.iin,
        no_id_reason=said.no_id_reason,
        birth_date=said.birth_date,
        address=said.place[:400],
    )
    return AppealEntry(
        kind="complaint",
        language=said.language,
        way="detention",
        arrived_on=on,
        summary=said.summary,
        applicants=(applicant,),
        body_id=said.body_id,
        minor=said.minor,
        detained=True,
    )
