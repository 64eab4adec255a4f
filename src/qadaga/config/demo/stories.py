"""How cases of the demonstration go, each told from its beginning, step by step on its days."""

from collections.abc import Callable
from datetime import timedelta

from qadaga.acts import services as acts
from qadaga.authority.scope import scope_of
from qadaga.config.demo import people
from qadaga.config.demo.case import Case
from qadaga.config.demo.schedule import Story
from qadaga.config.demo.subjects import words
from qadaga.matters import services as matters
from qadaga.matters.selectors import get_matter

Telling = Callable[[Case], Story]


def _words(case: Case, name: str) -> str:
    return words(name, case.subject.language)


def opened(case: Case) -> Story:
    """Waits for somebody to be given it."""
    case.open("media")
    yield 1


def assigned(case: Case) -> Story:
    """Given to an officer today or yesterday."""
    case.open()
    yield 1
    case.assign()


def in_work(case: Case) -> Story:
    """A violation is on record; the act is still to be written."""
    yield from assigned(case)
    yield 2
    case.record_violation()


def suspended(case: Case) -> Story:
    """Waits for an expert examination."""
    yield from in_work(case)
    yield 3
    case.examination()
    reason = _words(case, "examination")
    matters.suspend(ground="awaiting_expertise", reason=reason, **case.on_matter("head"))


def requested(case: Case) -> Story:
    """Documents are asked for; the body is silent, and after five working days overdue."""
    yield from assigned(case)
    yield 1
    case.request()
    yield 1
    acts.serve_request(
        measure_id=case.measure.id,
        version=1,
        delivered=acts.Delivered("electronic", case.stage.on, proof_ref=f"e-{case.measure.number}"),
        **case.who(case.officer),
    )


def drafted(case: Case) -> Story:
    """A draft is written."""
    yield from in_work(case)
    yield 2
    case.draft()


def sent_back(case: Case) -> Story:
    """The deputy sent the draft back with a remark; the officer has answered with a new text."""
    yield from submitted(case)
    yield 1
    acts.send_back(remarks=_words(case, "remark"), **case.on_act("deputy"))
    yield 1
    acts.save_draft(wording=case.wording(_words(case, "more")), **case.on_act(case.officer))


def submitted(case: Case) -> Story:
    """The draft is with the deputy."""
    yield from drafted(case)
    yield 1
    acts.submit(**case.on_act(case.officer))


def agreed(case: Case) -> Story:
    """The head has it to sign."""
    yield from submitted(case)
    yield 1
    acts.agree(**case.on_act("deputy"))


def signed(case: Case) -> Story:
    """Signed, not yet served."""
    yield from agreed(case)
    yield 1
    acts.sign(**case.on_act("head"))


def served(case: Case) -> Story:
    """Served; the term of consideration runs, or has run out where this began long ago."""
    yield from signed(case)
    yield 1
    case.serve()


def effect_suspended(case: Case) -> Story:
    """A protest with the effect of the protested act suspended, where it is a protest."""
    yield from served(case)
    if case.subject.protested:
        until = case.stage.on + timedelta(days=60)
        still = acts.Suspended("whole", "rights_at_risk", case.stage.on, until)
        acts.suspend_effect(suspended=still, **case.on_act("head"))


def replied(case: Case) -> Story:
    """A reply has come and is to be assessed."""
    yield from served(case)
    yield 7
    case.reply(_words(case, "satisfied"))


def satisfied(case: Case) -> Story:
    """Satisfied on paper; the removal is still to be confirmed."""
    yield from replied(case)
    yield 1
    acts.assess_reply(assessment="satisfied", note="", **case.on_act(case.officer))


def removed(case: Case) -> Story:
    """The removal is confirmed; the results are still to be recorded."""
    yield from satisfied(case)
    yield 4
    case.removed()


def closed(case: Case) -> Story:
    """Brought to its four results and closed."""
    yield from removed(case)
    yield 1
    case.results()
    yield 1
    case.close(_words(case, "closed"))


def nothing_found(case: Case) -> Story:
    """Checked, nothing found, closed."""
    yield from assigned(case)
    yield 5
    for kind in ("violations", "removal", "protection", "liability"):
        note = _words(case, "nothing")
        outcome = "none" if kind == "violations" else "not_needed"
        matters.record_result(kind=kind, outcome=outcome, note=note, **case.on_matter(case.officer))
    yield 1
    case.close(_words(case, "nothing"))


def refused(case: Case) -> Story:
    """The body refuses."""
    yield from served(case)
    yield 8
    case.reply(_words(case, "refused"))
    yield 1
    acts.assess_reply(assessment="refused", note=_words(case, "refused"), **case.on_act(case.officer))


def escalated(case: Case) -> Story:
    """Refused and passed to the office above."""
    yield from refused(case)
    yield 1
    acts.escalate(reason=_words(case, "refused"), **case.on_act("head"))


def in_court(case: Case) -> Story:
    """Refused and taken to court."""
    yield from refused(case)
    yield 2
    acts.to_court(court=_words(case, "court"), reason=_words(case, "refused"), **case.on_act("head"))


def withdrawn(case: Case) -> Story:
    """The body cancelled its act by itself; the prosecutor's act is withdrawn."""
    yield from served(case)
    yield 2
    acts.withdraw(reason=_words(case, "withdrawn"), **case.on_act("head"))


def called_up(case: Case) -> Story:
    """The region takes it over and gives it to an officer of its own."""
    yield from in_work(case)
    yield 3
    by, on = people.actor("akmola.head", case.stage.on), case.stage.on
    matter = get_matter(scope_of(by, on), case.matter.id)
    reason = _words(case, "called")
    matters.call_up(matter_id=matter.id, version=matter.version, reason=reason, by=by, on=on)
    yield 1
    officer = people.actor("akmola.officer", case.stage.on).appointment_id
    by, on = people.actor("akmola.head", case.stage.on), case.stage.on
    matters.assign(matter_id=matter.id, version=matter.version + 1, assignee_id=officer, by=by, on=on)


def conflict(case: Case) -> Story:
    """The officer declares a conflict; the head has to choose another."""
    yield from assigned(case)
    yield 1
    matters.declare_conflict(
        matter_id=case.matter.id, reason=_words(case, "conflict"), **case.who(case.officer)
    )
