"""The card of an act, and what acts and measures add to the card of their matter."""

from datetime import date
from typing import Any

from qadaga import authority
from qadaga.acts.above.models import Decision, HigherResolution
from qadaga.acts.above.noting import with_note
from qadaga.acts.choices import ORDERED, MeasureKind
from qadaga.acts.letters.selectors import letters_part
from qadaga.acts.models import (
    Act,
    ActMove,
    ActRemark,
    ActReply,
    ActService,
    ActVersion,
    CourtDecision,
    Escalation,
    Measure,
    Ordered,
    Reminder,
    Removal,
    Suspension,
    TermChange,
)
from qadaga.acts.subject import act_subject, measure_subject
from qadaga.acts.transitions import ACT, MEASURE
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import Scope, scope_of
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Attachment, Term, TermEvent, Violation
from qadaga.matters.norms.models import Norm
from qadaga.matters.reading import require_reading
from qadaga.matters.selectors.actions import Action, judged
from qadaga.matters.subject import asked, marks, remember

ABOVE_POWERS = (
    "lower.suspend",
    "lower.resume",
    "lower.change",
    "lower.cancel",
    "lower.take_over",
    "lower.note",
    "lower.tell",
)
TERM_POWERS = ("term.prolong", "term.suspend", "term.resume", "term.tell")
ACT_POWERS = (
    "act.draft",
    "act.submit",
    "act.agree",
    "act.send_back",
    "act.sign",
    "act.serve",
    "act.record_reply",
    "act.assess_reply",
    "act.confirm_removal",
    "act.suspend_effect",
    "act.escalate",
    "act.to_court",
    "act.court_outcome",
    *TERM_POWERS,
    "act.withdraw",
    "matter.attach",
    *ABOVE_POWERS,
)
_OWN = "t.act_id = %(id)s"
_ABOUT = "t.id IN (SELECT violation_id FROM acts_act_violations WHERE act_id = %(id)s)"
_TERM_EVENT = "t.term_id IN (SELECT id FROM matters_term WHERE subject_kind = 'act' AND subject_id = %(id)s)"
_BY = ("by_id",)
_TERM = "t.subject_kind = 'act' AND t.subject_id = %(id)s"


def above_parts(kind: str) -> tuple[Part, ...]:
    """What an office above decided on a record of the kind, and its resolutions."""
    own = f"t.subject_kind = '{kind}' AND t.subject_id = %(id)s"
    papers = "t.decision_id IN (SELECT id FROM above_decision WHERE subject_id = %(id)s)"
    return (
        Part("above", Decision, own, ("by_id", "noted_by_id", "told_by_id")),
        Part("above_papers", HigherResolution, papers, ("signer_id",)),
    )


ACT_PARTS: tuple[Part, ...] = (
    Part("versions", ActVersion, _OWN, ("by_id",)),
    Part("remarks", ActRemark, _OWN, ("by_id",)),
    Part("moves", ActMove, _OWN, ("by_id",)),
    Part("service", ActService, _OWN, ("by_id",)),
    Part("replies", ActReply, _OWN, ("by_id", "assessed_by_id")),
    Part("removal", Removal, _OWN, ("by_id",)),
    Part("escalations", Escalation, _OWN, ("by_id",)),
    Part("decisions", CourtDecision, _OWN, ("by_id",)),
    Part("term_changes", TermChange, _OWN, ("by_id", "told_by_id")),
    Part("suspensions", Suspension, _OWN, ("by_id",)),
    Part("violations", Violation, _ABOUT),
    Part("terms", Term, _TERM),
    Part("term_events", TermEvent, _TERM_EVENT, _BY),
    Part("attachments", Attachment, _TERM, ("added_by_id",)),
    *above_parts("act"),
)
MEASURE_PARTS: tuple[Part, ...] = (
    Part("itself", Measure, "t.id = %(id)s", ("issued_by_id", "served_by_id", "reply_by_id")),
    Part("term_changes", TermChange, "t.measure_id = %(id)s", ("by_id", "told_by_id")),
    Part("ordered", Ordered, "t.measure_id = %(id)s"),
    Part("norms", Norm, "t.id IN (SELECT o.norm_id FROM acts_ordered o WHERE o.measure_id = %(id)s)"),
    Part("reminders", Reminder, "t.measure_id = %(id)s", _BY),
    letters_part("letters", "= %(id)s"),
    Part("terms", Term, _TERM.replace("'act'", "'measure'")),
    Part("term_events", TermEvent, _TERM_EVENT.replace("'act'", "'measure'"), _BY),
    *above_parts("measure"),
)
_OF_MATTER = "t.matter_id = %(id)s"
MATTER_EXTRA: tuple[Part, ...] = (
    Part("acts", Act, _OF_MATTER, ("author_id", "signer_id")),
    Part("measures", Measure, _OF_MATTER, ("issued_by_id", "served_by_id", "reply_by_id")),
    Part("act_moves", ActMove, "t.act_id IN (SELECT id FROM acts_act WHERE matter_id = %(id)s)", _BY),
)

_RELATED = (
    *("matter__holder", "matter__office", "office", "addressee", "protested__issuer", "pdf"),
    *("author__person", "signer__person", "carrier"),
)
_MEASURE_RELATED = (
    *("matter__holder", "matter__office", "office", "addressee"),
    *("issued_by__person", "issued_by__office", "reply_file", "carrier"),
)


def get_act(scope: Scope, pk: Any) -> Act:
    """The act with its matter, offices, addressee, protested act and people; NotFound outside the scope."""
    return read_one(Act, _RELATED, scope, pk)


def get_measure(scope: Scope, pk: Any) -> Measure:
    """The measure with its matter, addressee and people; NotFound outside the scope."""
    return read_one(Measure, _MEASURE_RELATED, scope, pk)


def read_act(actor: Actor, on: date, pk: Any) -> Act:
    """The act for its card: NotFound outside the scope, NotPermitted for whom its matter complains of."""
    act = read_one(
        Act, _RELATED, scope_of(actor, on), pk, facts=marks("t0.matter_id"), values=asked(actor, on)
    )
    remember(act.matter, act, actor, on)
    require_reading(act.matter, actor, on, part=act)
    return act


def read_measure(actor: Actor, on: date, pk: Any) -> Measure:
    """The measure for its card: NotFound outside the scope, NotPermitted for whom its matter complains of."""
    measure = read_one(
        Measure,
        _MEASURE_RELATED,
        scope_of(actor, on),
        pk,
        facts=marks("t0.matter_id"),
        values=asked(actor, on),
    )
    remember(measure.matter, measure, actor, on)
    require_reading(measure.matter, actor, on, part=measure)
    return measure


def measure_parts(measure: Measure) -> Gathered:
    """The terms of a measure already found in scope, what was decided on them, who acted. One query."""
    return gather(MEASURE_PARTS, measure.id)


def act_parts(act: Act) -> Gathered:
    """Everything that hangs on an act already found in scope. One query."""
    return gather(ACT_PARTS, act.id)


def term_changes(measure: Measure) -> list[TermChange]:
    """What was decided on the term of a request, the oldest first."""
    return list(measure.term_changes.select_related("by__person", "by__office").order_by("id"))


def act_actions(act: Act, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on an act, in the order of the work."""
    subject = act_subject(act, actor, on)
    return with_note(judged(ACT, ACT_POWERS, subject, actor, on), ACT, act, subject, actor=actor, on=on)


def _measure_powers(kind: str) -> dict[str, str]:
    """Each power on such a measure, with the name of the move it makes."""
    above = {power: power for power in ABOVE_POWERS}
    if kind in ORDERED:
        answer = "check.record_report" if kind == MeasureKind.CHECK else "measure.record_reply"
        return {power: power for power in ("measure.serve", answer, "measure.remind", *TERM_POWERS)} | above
    powers = {"measure.request": "measure.serve", "measure.record_reply": "measure.record_reply"}
    return powers | ({power: power for power in TERM_POWERS} if kind == MeasureKind.REQUEST else {}) | above


def measure_actions(measure: Measure, actor: Actor, on: date) -> list[Action]:
    """A ruling for each step on a measure: service is part of the power to request (O.8.2),
    and the registry's where something is ordered from others (O.8.5, O.8.8).
    """
    subject = measure_subject(measure, actor, on)
    powers = _measure_powers(measure.kind)
    rulings = authority.actions(actor, powers, subject, on)
    found = [
        Action(power, ruling, MEASURE.allows(measure.status, powers[power])) for power, ruling in rulings
    ]
    return with_note(found, MEASURE, measure, subject, actor=actor, on=on)
