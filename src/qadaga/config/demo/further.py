"""Cases of the demonstration whose act the court decided on, or whose term was changed."""

from datetime import timedelta

from qadaga.acts import services as acts
from qadaga.acts.models import TermChange
from qadaga.config.demo.case import Case
from qadaga.config.demo.schedule import Story
from qadaga.config.demo.stories import in_court, requested, served
from qadaga.config.demo.subjects import words


def granted(case: Case) -> Story:
    """The court granted the application; the removal is still to be confirmed."""
    yield from _decided(case, "granted")


def granted_in_part(case: Case) -> Story:
    """The court granted a part."""
    yield from _decided(case, "granted_part")


def dismissed(case: Case) -> Story:
    """The court refused."""
    yield from _decided(case, "dismissed")


def unheard(case: Case) -> Story:
    """The court left the application without consideration."""
    yield from _decided(case, "unheard")


def prolonged(case: Case) -> Story:
    """The body asked for more time; the head gave it and the clerk told the body."""
    yield from served(case)
    yield 3
    case.act.refresh_from_db()
    change = _prolonged(case, "act")
    yield 1
    case.act.refresh_from_db()
    acts.tell_of_term(
        kind="act",
        record_id=case.act.id,
        version=case.act.version,
        change_id=change.id,
        told_on=case.stage.on,
        way="electronic",
        **case.who("clerk"),
    )


def request_prolonged(case: Case) -> Story:
    """The term of a request is prolonged; the body is still to be told."""
    yield from requested(case)
    yield 2
    case.measure.refresh_from_db()
    _prolonged(case, "measure")


def request_stands_still(case: Case) -> Story:
    """The term of a request stands still."""
    yield from requested(case)
    yield 1
    case.measure.refresh_from_db()
    acts.suspend_term(
        kind="measure",
        record_id=case.measure.id,
        version=case.measure.version,
        reason=words("more_time", case.subject.language),
        **case.who("head"),
    )


def _decided(case: Case, outcome: str) -> Story:
    yield from in_court(case)
    yield 25
    summary = "" if outcome == "granted" else words("court_decided", case.subject.language)
    decided = acts.Decided(
        outcome, case.stage.on, f"2-{case.stage.on:%d%m}/{case.stage.on.year}", summary, case.file()
    )
    acts.record_court_decision(decided=decided, **case.on_act(case.officer))


def _prolonged(case: Case, kind: str) -> TermChange:
    record = case.act if kind == "act" else case.measure
    assert record.due_on is not None, "a served paper has its term"
    return acts.prolong_term(
        kind=kind,
        record_id=record.id,
        version=record.version,
        until=record.due_on + timedelta(days=15),
        reason=words("more_time", case.subject.language),
        **case.who("head"),
    )
