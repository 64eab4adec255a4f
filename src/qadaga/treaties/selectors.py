"""Reading treaties, checks, requests and parts: the viewer's scope first; looks at people are journalled."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.delegations.models import Delegation
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.documents.models import StoredFile
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling, Subject
from qadaga.matters.gather import Gathered, gather
from qadaga.matters.gather import Part as Gather
from qadaga.matters.models import Matter, Term, TermEvent
from qadaga.matters.of_direction import matters_at_work
from qadaga.matters.selectors.actions import Action
from qadaga.matters.transitions import Table
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of
from qadaga.treaties import subject as law
from qadaga.treaties.choices import DIRECTION, TreatyStatus
from qadaga.treaties.models import Contact, Paper, Part, Request, Treaty, TreatyCheck

TREATY_POWERS = (law.DRAFT, law.CONCLUDE, law.COOPERATE, law.KEEP)
REQUEST_POWERS = (law.PASS_DOWN, law.DECIDE, law.ANSWER, law.SEND, law.PROLONG, law.KEEP_REQUEST)


def _terms(kind: str) -> tuple[Gather, Gather]:
    own = f"t.subject_kind = '{kind}' AND t.subject_id = %(id)s"
    events = f"t.term_id IN (SELECT t.id FROM matters_term t WHERE {own})"  # noqa: S608 - constants of ours
    return Gather("terms", Term, own), Gather("term_events", TermEvent, events, ("by_id",))


_TREATY_PARTS = (
    Gather("contacts", Contact, "t.treaty_id = %(id)s", ("by_id",)),
    Gather("papers", Paper, "t.treaty_id = %(id)s", ("added_by_id",)),
    *_terms("treaty"),
)
_REQUEST_PARTS = (
    Gather("parts", Part, "t.request_id = %(id)s", ("given_by_id", "done_by_id", "officer_id")),
    Gather("papers", Paper, "t.request_id = %(id)s", ("added_by_id",)),
    *_terms("treaty_request"),
)
_PART_PARTS = (
    Gather("papers", Paper, "t.request_id = %(request)s", ("added_by_id",)),
    *_terms("treaty_part"),
)


_WITH_TREATY = (
    *("office__parent", "sent_by", "opined_by__person", "opined_by__office"),
    *("concluded_by__person", "concluded_by__office"),
)


def read_treaty(actor: Actor, on: date, pk: Any) -> Treaty:
    """The treaty; NotFound outside the scope. One query."""
    return read_one(Treaty, _WITH_TREATY, scope_of(actor, on), pk)


def treaty_parts(treaty: Treaty) -> Gathered:
    """Contacts, documents, terms. One query."""
    return gather(_TREATY_PARTS, treaty.id)


def treaty_actions(treaty: Treaty, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the treaty; concluding is asked about on its own kind."""
    subject = law.treaty_subject(treaty, actor, on)
    rulings = {power: treaty_ruling(treaty, power, actor, on) for power in TREATY_POWERS}
    return _actions(law.TREATY, rulings, subject, actor, on)


def treaty_ruling(treaty: Treaty, power: str, actor: Actor, on: date) -> Ruling:
    """The ruling on the treaty: of concluding, on the ground of what it is about."""
    subject = law.treaty_subject(treaty, actor, on)
    if power == law.CONCLUDE:
        return authority.may(actor, power, subject, on=on, ground=treaty.kind)
    return authority.offered(actor, power, subject, on)


def read_check(actor: Actor, on: date, pk: Any) -> TreatyCheck:
    """The check with its treaty and body; NotFound outside the scope. One query."""
    related = ("office__parent", "treaty", "body", "officer__person", "officer__office", "violation__matter")
    return read_one(TreatyCheck, related, scope_of(actor, on), pk)


def check_actions(check: TreatyCheck, actor: Actor, on: date) -> list[Action]:
    """The ruling on the check."""
    subject = law.check_subject(check, actor, on)
    ruling = authority.may(actor, law.SUPERVISE, subject, on=on, ground=check.ground)
    return _actions(law.CHECK, {law.SUPERVISE: ruling}, subject, actor, on)


@implements("O.8.d5", "L.3.7")
def read_request(actor: Actor, on: date, pk: Any) -> Request:
    """The request; NotFound outside the scope, NotPermitted for whom it is not; journalled. One query."""
    related = ("office__parent", "treaty", "decided_by__person", "decided_by__office")
    row = read_one(Request, (*related, "sent_by__person", "sent_by__office"), scope_of(actor, on), pk)
    authority.admit(actor, "card.read", law.request_subject(row, actor, on), on=on)
    _read("treaty_request", row, actor, on)
    return row


def request_parts(request: Request) -> Gathered:
    """Its parts, documents and terms. One query."""
    return gather(_REQUEST_PARTS, request.id)


def request_actions(request: Request, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the request, on the ground of what it asks for."""
    rulings = {power: request_ruling(request, power, actor, on) for power in REQUEST_POWERS}
    return _actions(law.REQUEST, rulings, law.request_subject(request, actor, on), actor, on)


def request_ruling(request: Request, power: str, actor: Actor, on: date) -> Ruling:
    """The ruling on the request, on the ground of what it asks for."""
    subject = law.request_subject(request, actor, on)
    return authority.may(actor, power, subject, on=on, ground=request.kind)


@implements("O.8.d5", "L.3.7")
def read_part(actor: Actor, on: date, pk: Any) -> Part:
    """The part with its request; NotFound outside the scope of the office that carries it out; journalled."""
    related = ("office__parent", "request__office", "officer__person", "officer__office", "done_by__person")
    row = read_one(Part, (*related, "done_by__office"), scope_of(actor, on), pk)
    authority.admit(actor, "card.read", law.place_subject(row, actor, on), on=on)
    _read("treaty_part", row, actor, on)
    return row


def part_parts(part: Part) -> Gathered:
    """The documents of its request and its own term. One query."""
    return gather(_PART_PARTS, part.id, request=part.request_id)


def part_actions(part: Part, actor: Actor, on: date) -> list[Action]:
    """The rulings on carrying it out, giving it to an officer, prolonging its term."""
    found: list[Action] = []
    for power in (law.EXECUTE, law.GIVE, law.PROLONG):
        about = part_about(part, power, actor, on)
        found += _actions(law.PART, {power: _part_ruling(power, about, actor, on)}, about, actor, on)
    return found


def part_about(part: Part, power: str, actor: Actor, on: date) -> Subject:
    """The part as the power sees it: of the central authority, or of the office that carries it out."""
    of = {law.EXECUTE: law.part_subject, law.PROLONG: law.term_subject}.get(power, law.place_subject)
    return of(part, actor, on)


def part_ruling(part: Part, power: str, actor: Actor, on: date) -> Ruling:
    """The ruling on the part."""
    return _part_ruling(power, part_about(part, power, actor, on), actor, on)


def _part_ruling(power: str, about: Subject, actor: Actor, on: date) -> Ruling:
    ground = law.PROCEDURAL if power == law.EXECUTE else None
    return authority.may(actor, power, about, on=on, ground=ground)


def paper_of(papers: "QuerySet[Paper]", file_id: UUID) -> StoredFile:
    """The file among the documents; NotFound otherwise."""
    found = papers.filter(file=file_id).select_related("file").first()
    if found is None:
        raise NotFound
    return found.file


def treaties_in_force() -> list[Treaty]:
    """What a check or a request may rest on: every treaty concluded and not ended, for any office."""
    return list(Treaty.objects.filter(status=TreatyStatus.CONCLUDED).order_by("title_ru")[:500])


def executors(request: Request, on: date) -> Sequence[Office]:
    """The offices a part may be passed to on the day: those that hold the power by an order, and the own."""
    rows = Delegation.objects.filter(power=law.EXECUTE, starts_on__lte=on, ends_on__gt=on)
    able = {row.given_to_id: row.given_to for row in rows.select_related("given_to") if row.holds(on)}
    return [request.office, *sorted(able.values(), key=lambda office: office.code)]


def officers(office_id: UUID, on: date) -> list[Appointment]:
    """Whom a part may be given to."""
    return [held for held in people_of(office_id, on) if held.officer]


def matters_for(office_id: UUID, reader: Actor) -> list[Matter]:
    """Matters of the direction that the office works on; none that complains of the reader."""
    return matters_at_work(office_id, DIRECTION, reader)


def _actions(
    table: Table, rulings: Mapping[str, Ruling], subject: Subject, actor: Actor, on: date
) -> list[Action]:
    return [
        Action(
            power,
            ruling,
            table.allows(subject.status or "", power),
            None if ruling.allowed else authority.question(actor, power, subject, on),
        )
        for power, ruling in rulings.items()
    ]


def _read(kind: str, row: Request | Part, actor: Actor, on: date) -> None:
    record_reads(office_id=row.office_id, subjects=[(kind, row.id)], by=actor.journal(), on=on)
