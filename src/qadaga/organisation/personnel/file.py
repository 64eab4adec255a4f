"""The personal file: education, awards, penalties, attestations, military register, leave (L.2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, NotFound, Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.database.together import together
from qadaga.documents.models import StoredFile
from qadaga.journal.reads import record_reads
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.law.service import months_later
from qadaga.organisation.exercise import exercise
from qadaga.organisation.personnel import subjects
from qadaga.organisation.personnel.kinds import RULES, EntryKind
from qadaga.organisation.personnel.models import FileEntry, GuaranteeRequest, RankHeld, ServicePeriod
from qadaga.organisation.personnel.service import Sums, sums
from qadaga.organisation.personnel.subjects import of_person
from qadaga.organisation.refusals import check_period, check_version, locked
from qadaga.staff.models import Absence, Appointment, Person


@dataclass(frozen=True, slots=True)
class EntryInput:
    """An entry as entered; an empty end of a kind with a term takes the term's."""

    kind: str
    title: str
    made_on: date
    detail: str = ""
    number: str = ""
    ends_on: date | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Days of leave of one calendar year: granted, used, left; `unverified`: the catalogue's figure."""

    year: int
    granted: int
    used: int
    unverified: bool = False

    @property
    def left(self) -> int:
        """What is left of the year's leave; below zero when more was used."""
        return self.granted - self.used


@dataclass(frozen=True, slots=True)
class PersonalFile:
    """Everything the file holds, and the subject that further powers over it are ruled on.

    `held`: the post whose office keeps the file.
    """

    person: Person
    held: Appointment
    subject: Subject
    posts: Sequence[Appointment]
    ranks: Sequence[RankHeld]
    sums: Sums
    entries: Sequence[FileEntry]
    leave: Sequence[Leave]
    guarantees: Sequence[GuaranteeRequest]


@implements("L.2.5")
def open_file(*, by: Actor, on: date, person_id: UUID) -> PersonalFile:
    """The file; the reading is noted in the journal (O.8.d5). Raises NotFound out of reach, NotPermitted."""
    posts = subjects.service_of(person_id)
    held = subjects.post_of(person_id, by, on, posts)
    subject = _read(held, by, on)
    return _opened(held, subject, posts, on)


def _opened(held: Appointment, subject: Subject, posts: Sequence[Appointment], on: date) -> PersonalFile:
    person = held.person_id
    rows = together(
        entries=FileEntry.objects.filter(person=person, withdrawn_on=None).order_by("-made_on", "id"),
        ranks=RankHeld.objects.filter(person=person).order_by("-starts_on"),
        periods=ServicePeriod.objects.filter(person=person, withdrawn_on=None),
        leaves=Absence.objects.filter(person=person, kind="leave"),
        guarantees=GuaranteeRequest.objects.filter(person=person).order_by("-asked_on", "id"),
    )
    return PersonalFile(
        person=held.person,
        held=held,
        subject=subject,
        posts=posts,
        ranks=rows["ranks"],
        sums=sums(posts, rows["periods"], rows["ranks"], on),
        entries=rows["entries"],
        leave=leave_of(rows["leaves"], rows["entries"], on),
        guarantees=rows["guarantees"],
    )


@implements("L.2.6", "O.8.d5")
def paper_of(*, by: Actor, on: date, person_id: UUID, period_id: UUID) -> StoredFile:
    """The paper that proves a period; a reading of the file. Raises NotFound (no paper), NotPermitted."""
    _read(subjects.post_of(person_id, by, on), by, on)
    rows = ServicePeriod.objects.select_related("file").filter(person=person_id, withdrawn_on=None)
    found = rows.filter(id=period_id).first()
    if found is None or found.file is None:
        raise NotFound()
    return found.file


def _read(held: Appointment, by: Actor, on: date) -> Subject:
    """The file, which may be read; the journal says that it was."""
    subject = subjects.of_kept(held, by, on)
    authority.admit(by, "personal_file.read", subject, on=on)
    record_reads(
        office_id=held.office_id,
        subjects=[("person", held.person_id)],
        by=by.journal(),
        on=on,
        action="personal_file.read",
    )
    return subject


@implements("L.2.5")
@transaction.atomic
def add(*, by: Actor, on: date, person_id: UUID, entry: EntryInput) -> FileEntry:
    """Write an entry. Raises InvalidInput (kind, text, days), NotPermitted (also about oneself), NotFound."""
    person = locked(Person, person_id)
    done = exercise(by, "personal_file.write", subjects.of_file(person, by, on), on)
    row = FileEntry.objects.create(person=person, **_checked(entry, on))
    data = {"entry": row.id, "kind": row.kind, "made_on": row.made_on}
    done.record("personal_file.write", subjects.office_of(person, by, on).id, ("person", person.id), data)
    return row


@transaction.atomic
def withdraw(
    *, by: Actor, on: date, person_id: UUID, entry_id: UUID, version: int | None = None
) -> FileEntry:
    """Take back an entry made wrongly; the row stays. Raises NotPermitted, Stale, NotFound."""
    row = of_person(locked(FileEntry, entry_id), person_id)
    done = exercise(by, "personal_file.write", subjects.of_file(row.person, by, on), on)
    check_version(row, version)
    if row.withdrawn_on is not None:
        raise NotFound()
    row.withdrawn_on, row.version = on, row.version + 1
    row.save(update_fields=["withdrawn_on", "version"])
    office = subjects.office_of(row.person, by, on)
    data = {"entry": row.id, "kind": row.kind}
    done.record("personal_file.withdraw", office.id, ("person", row.person_id), data)
    return row


def leave_of(taken: Sequence[Absence], entries: Sequence[FileEntry], on: date) -> list[Leave]:
    """This year's leave and every year's that an entry grants, the latest first; `taken` are the leaves.

    Where no entry grants a year, the figure of the catalogue stands (unverified).
    """
    granted: dict[int, int] = {}
    for entry in entries:
        if entry.kind == EntryKind.LEAVE and entry.days:
            granted[entry.made_on.year] = granted.get(entry.made_on.year, 0) + entry.days
    found = {year: Leave(year, days, _used(taken, year)) for year, days in granted.items()}
    if on.year not in found:
        figure = catalogue.load().terms["leave_of_year"]
        found[on.year] = Leave(on.year, figure.length, _used(taken, on.year), figure.status == "unverified")
    return [found[year] for year in sorted(found, reverse=True)]


def _used(leaves: Sequence[Absence], year: int) -> int:
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    spans = [(max(row.starts_on, first), min(row.ends_on or after, after)) for row in leaves]
    return sum(max(0, (end - start).days) for start, end in spans)


def _checked(entry: EntryInput, on: date) -> dict[str, object]:
    if entry.kind not in EntryKind.values:
        raise InvalidInput.of("kind", "unknown", N_("There is no such kind of entry. Choose from the list."))
    problems, rule = Problems(), RULES[EntryKind(entry.kind)]
    with problems.collect():
        title = clean(entry.title, field="title", max_length=300, required=True)
    with problems.collect():
        detail = clean(entry.detail, field="detail", max_length=4000, multiline=True)
    with problems.collect():
        number = clean(entry.number, field="number", max_length=100)
    ends_on = (entry.ends_on or _end_by_term(rule.term, entry.made_on)) if rule.ends else None
    with problems.collect():
        check_period(entry.made_on, ends_on)
    if entry.made_on > on and not rule.counted:
        problems.add("made_on", "future", N_("This day has not come yet. Check the year."))
    if rule.counted and not 1 <= (entry.days or 0) <= 366:
        problems.add("days", "out_of_range", N_("The days of leave are a number from 1 to 366."))
    problems.check()
    return {
        "kind": entry.kind,
        "title": title,
        "detail": detail,
        "number": number,
        "made_on": entry.made_on,
        "ends_on": ends_on,
        "days": entry.days if rule.counted else None,
    }


def ends_by_figure(entry: FileEntry) -> bool:
    """Whether the entry's end is what an unverified term of the catalogue gives."""
    term = RULES[EntryKind(entry.kind)].term
    if not term or catalogue.load().terms[term].status != "unverified":
        return False
    return entry.ends_on == _end_by_term(term, entry.made_on)


def _end_by_term(term: str, start: date) -> date | None:
    """The end a term of the catalogue gives, in months or years; None without a term."""
    if not term:
        return None
    record = catalogue.load().terms[term]
    months = record.length * (12 if record.unit == "years" else 1)
    return months_later(start, months)
