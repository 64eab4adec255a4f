"""What the law kernel is told about a treaty, a check of one, a request and a part of it."""

from datetime import date

from qadaga.authority import passing
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table, staying
from qadaga.offices.models import Office
from qadaga.treaties.choices import (
    DIRECTION,
    CheckStatus,
    PartStatus,
    RequestStatus,
    TreatyStatus,
    Way,
)
from qadaga.treaties.models import Part, Request, Treaty, TreatyCheck

KEEP, DRAFT, CONCLUDE = "treaty.keep", "treaty.draft", "treaty.conclude"
COOPERATE, SUPERVISE = "treaty.cooperate", "treaty.supervise"
KEEP_REQUEST, DECIDE, SEND = "treaty.keep_request", "treaty.decide_petition", "treaty.send_request"
PASS_DOWN, GIVE, EXECUTE = "treaty.pass_down", "treaty.give_part", "treaty.execute_request"
ANSWER = "treaty.answer"
PROLONG = "term.prolong"
# Whatever is asked, a part of it is procedural actions: the ground of carrying it out.
PROCEDURAL = "procedural_request"

TREATY = Table(
    {
        ("draft", DRAFT): "opined",
        ("opined", CONCLUDE): "concluded",
        ("concluded", COOPERATE): "concluded",
        **staying(("draft", "opined", "ended"), (KEEP,)),
        ("concluded", KEEP): ("concluded", "ended"),
    },
    words=dict(TreatyStatus.choices),
)
CHECK = Table(
    {("begun", SUPERVISE): "done", ("done", SUPERVISE): "done"},
    words=dict(CheckStatus.choices),
)
REQUEST = Table(
    {
        **staying(tuple(status for status in RequestStatus.values if status != "sent"), (KEEP_REQUEST,)),
        ("sent", KEEP_REQUEST): ("sent", "replied"),
        **{(status, PASS_DOWN): "in_work" for status in ("registered", "in_work", "executed")},
        ("in_work", EXECUTE): ("in_work", "executed"),
        **{(status, DECIDE): "decided" for status in ("registered", "in_work", "executed")},
        **{(status, ANSWER): "answered" for status in ("registered", "decided", "executed")},
        ("draft", SEND): "sent",
        **staying(("registered", "in_work", "executed", "decided", "sent"), (PROLONG,)),
    },
    words=dict(RequestStatus.choices),
)
PART = Table(
    {("given", GIVE): "given", ("given", PROLONG): "given", ("given", EXECUTE): "done"},
    words=dict(PartStatus.choices),
)


def treaty_subject(treaty: Treaty, actor: Actor, on: date) -> Subject:
    """The treaty as the law sees it."""
    return _subject("treaty", treaty.office, actor, on, status=treaty.status)


def check_subject(check: TreatyCheck, actor: Actor, on: date) -> Subject:
    """The body checked, where it is; "mine" marks whoever began the check."""
    marks = {"mine"} if check.officer_id == actor.appointment_id else set()
    return _subject(
        "body", check.office, actor, on, status=check.status, territory=check.kato, marks=frozenset(marks)
    )


def request_subject(request: Request, actor: Actor, on: date, *also: str) -> Subject:
    """The request as the law sees it; "incoming" marks one from abroad, `also` are further marks."""
    marks = frozenset({*(("incoming",) if request.way == Way.INCOMING else ()), *filter(None, also)})
    return _subject("treaty_request", request.office, actor, on, status=request.status, marks=marks)


def part_subject(part: Part, actor: Actor, on: date) -> Subject:
    """The part as whoever carries it out stands to it: the request is the central authority's.

    Marks: "mine" (given to the actor), "passed_to_another" (another office carries it out).
    """
    marks = {passing.OTHERS} if part.office_id != actor.office_id else set()
    if part.officer_id is not None and part.officer_id == actor.appointment_id:
        marks.add("mine")
    office = part.request.office
    return _subject(
        "treaty_request",
        office,
        actor,
        on,
        status=part.status,
        territory=part.kato,
        marks=frozenset(marks),
    )


def term_subject(part: Part, actor: Actor, on: date) -> Subject:
    """The part as a task of the central authority, whose term it is: for prolonging it."""
    return _subject("treaty_request", part.request.office, actor, on, status=part.status)


def place_subject(part: Part, actor: Actor, on: date) -> Subject:
    """The part as a row of the office that carries it out: for reading it and giving it to an officer."""
    return _subject("treaty_request", part.office, actor, on, status=part.status)


def _subject(
    kind: str,
    office: Office,
    actor: Actor,
    on: date,
    *,
    status: str,
    territory: str | None = None,
    marks: frozenset[str] = frozenset(),
) -> Subject:
    return Subject(
        kind=kind,
        office=office.code,
        # Nothing stands above the central authority: its line is asked for nowhere.
        path=(office.code,) if office.parent_id is None else path_of(office, actor, on),
        territory=territory,
        status=status,
        direction=DIRECTION,
        marks=marks,
    )


TREATIES: Course[Treaty] = Course("treaty", TREATY, lambda row: row.office_id)
CHECKS: Course[TreatyCheck] = Course("treaty_check", CHECK, lambda row: row.office_id)
REQUESTS: Course[Request] = Course("treaty_request", REQUEST, lambda row: row.office_id)
PARTS: Course[Part] = Course("treaty_part", PART, lambda row: row.office_id)
