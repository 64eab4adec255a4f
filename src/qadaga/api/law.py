"""The law itself: its records, a ruling for given facts, a term worked out from given events."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext

from qadaga.api.auth import ApiRequest
from qadaga.api.common import only_read
from qadaga.api.law_shapes import (
    FactsIn,
    LawHitOut,
    RecordOut,
    RulingOut,
    RunningOut,
    SubjectIn,
    TermIn,
    UsesOut,
    WhoIn,
    WordsIn,
)
from qadaga.api.problems import language, said
from qadaga.api.records import LedgerOut, ledger_out, norm_out
from qadaga.api.routing import Router
from qadaga.api.schemas import Day, Line
from qadaga.authority.lists.search import law as law_search
from qadaga.authority.scope import scope_of
from qadaga.authority.uses import selectors as uses_of
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.law import catalogue, competence, terms, walking, wording
from qadaga.law.model import Facts, Subject, Who
from qadaga.law.records import Record
from qadaga.matters.selectors import running as running_terms
from qadaga.offices import selectors as offices
from qadaga.workdays import selectors as workdays

router = Router(tags=["law"])
_SECTIONS = (
    *("sources", "provisions", "powers", "duties", "posts", "office_kinds", "directions", "spheres", "tasks"),
    *(
        "grounds",
        "terms",
        "act_kinds",
        "measures",
        "particulars",
        "parties",
        "subjects",
        "statuses",
        "authorities",
    ),
    *("requirements", "ranks", "service_kinds", "service_factors", "limits", "unit_kinds"),
    *("transport_modes", "transport_tasks", "questions"),
)


@router.post("/explain", response=RulingOut)
def explain(request: ApiRequest, response: HttpResponse, payload: FactsIn) -> dict[str, Any]:
    """What the law rules for the facts given; nothing is done and nothing recorded."""
    only_read(response)
    on = payload.on or request.on
    facts = _facts(payload, on)
    ruling = competence.decide(facts, on)
    norms = [norm_out(norm) for norm in ruling.citations]
    steps = [_step(one) for one in walking.walk(facts, on)]
    return {"allowed": ruling.allowed, "norms": norms, "steps": steps, **said(ruling)}


def _step(one: walking.Checked) -> dict[str, Any]:
    return {
        "condition": one.condition.key,
        "clause": one.citation.clause,
        "applied": one.applied,
        "held": one.held,
        "found": list(one.found),
        "missing": wording.sentence(one.missing, language(), gettext) if one.missing else "",
    }


@router.post("/search", response=list[LawHitOut])
def search(request: ApiRequest, response: HttpResponse, payload: WordsIn) -> list[dict[str, Any]]:
    """Records of the law that answer words in ru, kk or en, or the number of a clause; the best first."""
    only_read(response)
    hits = law_search.find(payload.q, catalogue.law().at(payload.on or request.on))
    return [{"section": hit.section, "score": hit.score, **_record(hit.record)} for hit in hits]


@router.post("/due", response=LedgerOut)
def due(request: ApiRequest, response: HttpResponse, payload: TermIn) -> dict[str, Any]:
    """A term worked out from its events, every step with its clause."""
    only_read(response)
    events = [terms.Event(**event.dict()) for event in payload.events]
    return ledger_out(terms.due(events, payload.term, workdays.current()), request.on)


@router.get("/{slug:section}", response=list[RecordOut])
def records(request: ApiRequest, section: str, on: Day | None = None) -> list[dict[str, Any]]:
    """The records of a section in force on the day (today when none is given): sources, provisions, powers,
    duties, posts, office_kinds, directions, spheres, tasks, grounds, terms, act_kinds, measures and the rest.
    """
    return [_record(record) for record in _section(section, on or request.on).values()]


@router.get("/{slug:section}/{str:name}", response=RecordOut)
def record(request: ApiRequest, section: str, name: str, on: Day | None = None) -> dict[str, Any]:
    """One record of a section on the day, today when none is given."""
    found = _section(section, on or request.on).get(name)
    if found is None:
        raise NotFound
    return _record(found)


@router.get("/{slug:section}/{str:name}/uses", response=UsesOut)
def uses(request: ApiRequest, section: str, name: str, on: Day | None = None) -> dict[str, Any]:
    """How often a power, a post or a kind of act was used, by the journal of the offices in scope."""
    day = on or request.on
    if section not in uses_of.COUNTED or name not in _section(section, day):
        raise NotFound
    key = (section, name)
    count = uses_of.used(scope_of(request.actor, request.on), [key], day).get(key, uses_of.Count())
    return {"month": count.month, "year": count.year, "ever": count.ever, "as_of": uses_of.as_of()}


@router.get("/terms/{str:rule}/running", response=RunningOut)
def running(request: ApiRequest, rule: str, cursor: Line = "") -> dict[str, Any]:
    """How many terms of the rule run in the caller's scope, how many are overdue, and fifty of them by their
    last day; `cursor` is `next` or `previous` of another page.
    """
    if rule not in _section("terms", request.on):
        raise NotFound
    scope = scope_of(request.actor, request.on)
    count = running_terms.count_running(scope, rule, request.on)
    page = running_terms.listed(scope, rule, cursor)
    return {
        "running": count.running,
        "overdue": count.overdue,
        "at_most": running_terms.MOST,
        "soonest": page.rows,
        "next": page.next,
        "previous": page.previous,
    }


def _section(name: str, on: date) -> Mapping[str, Record]:
    if name not in _SECTIONS:
        raise NotFound
    found: Mapping[str, Record] = getattr(catalogue.law().at(on), name)
    return found


def _record(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "title": record.title.get(language()),
        "gist": record.gist.get(language()),
        "status": record.status,
        "norms": [norm_out(norm) for norm in record.citations],
    }


def _facts(given: FactsIn, on: date) -> Facts:
    state = catalogue.law().at(on)
    _known("power", given.power, state.powers)
    _known("who.post", given.who.post, state.posts)
    return Facts(_who(given.who, on), given.power, _subject(given.subject, on), given.ground)


def _known(field: str, value: str, records: Mapping[str, Record]) -> None:
    if value not in records:
        raise InvalidInput.of(
            field, "unknown", N_("The law of that day knows no “%(value)s” here."), value=value
        )


def _who(given: WhoIn, on: date) -> Who:
    office = offices.office_by_code(given.office)
    place = offices.standing(office.id, on)
    return Who(
        post=given.post,
        office=office.code,
        office_kind=office.kind,
        level=office.level,
        path=place.path,
        spheres=place.spheres,
        territory=place.kato,
        officer=given.officer,
        acting=given.acting,
    )


def _subject(given: SubjectIn | None, on: date) -> Subject | None:
    if given is None:
        return None
    subject = Subject(**{**given.dict(exclude={"marks"}), "marks": frozenset(given.marks)})
    if given.office is None:
        return subject
    return replace(subject, path=offices.path(offices.office_by_code(given.office), on))
