"""What still stands in the way of closing a matter, asked of every layer that works on it.

Upper layers register a question in their AppConfig.ready; the case file knows none of them by name. What the
law itself forbids is a mark (403, with its clause); what is merely not settled yet is an obstacle (409).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from qadaga.common.i18n import N_
from qadaga.matters.choices import Outcome, ProtectedStatus, ResultKind, TermState
from qadaga.matters.models import Matter, MatterResult, ProtectedPerson, Term, Violation


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that is missing: a code for programs, an English msgid with placeholders for people."""

    code: str
    message: str
    data: Mapping[str, Any] = field(default_factory=dict)


Question = Callable[[Matter], list[Obstacle]]
_questions: list[Question] = []


def register(question: Question) -> Question:
    """Ask `question` whenever a matter is about to close; registering twice asks once."""
    if question not in _questions:
        _questions.append(question)
    return question


Marks = Callable[[Matter], frozenset[str]]
_marks: list[Marks] = []


def register_marks(question: Marks) -> Marks:
    """Let the law be told, when closing is ruled on, of marks that an upper layer knows."""
    if question not in _marks:
        _marks.append(question)
    return question


def closing_marks(matter: Matter) -> frozenset[str]:
    """What the law is told of the matter besides, when its closing is ruled on (`matter.close`)."""
    return frozenset().union(*(question(matter) for question in _marks))


def obstacles(matter: Matter) -> list[Obstacle]:
    """Everything that keeps the matter open; empty when it may be closed."""
    return [found for question in _questions for found in question(matter)]


@register
def tasks_named(matter: Matter) -> list[Obstacle]:
    """O.6: every matter names its tasks."""
    return [] if matter.tasks else [Obstacle("no_tasks", N_("No task of O.6 is named."))]


@register
def results_recorded(matter: Matter) -> list[Obstacle]:
    """L.1.3: every matter ends with its four results, and they agree with what is recorded."""
    stated = {row.kind: row.outcome for row in MatterResult.objects.filter(matter=matter)}
    missing = [kind for kind in ResultKind.values if kind not in stated]
    found = [
        Obstacle("no_result", N_("A result is not recorded: %(kind)s."), {"kind": ResultKind(kind).label})
        for kind in missing
    ]
    return found + _disagreeing(matter, stated)


def disagreement(matter: Matter, kind: str, outcome: str) -> str | None:
    """The msgid saying why the outcome cannot stand beside what is recorded in the matter; None where it
    can.
    """
    checks = {
        ResultKind.VIOLATIONS: _violations_disagree,
        ResultKind.REMOVAL: _removal_disagrees,
        ResultKind.PROTECTION: _protection_disagrees,
        ResultKind.LIABILITY: _liability_disagrees,
    }
    return checks[ResultKind(kind)](matter, outcome)


def _disagreeing(matter: Matter, stated: Mapping[str, str]) -> list[Obstacle]:
    found = ((kind, disagreement(matter, kind, outcome)) for kind, outcome in sorted(stated.items()))
    return [Obstacle(f"result_{kind}", message) for kind, message in found if message]


def _violations_disagree(matter: Matter, outcome: str) -> str | None:
    any_found = Violation.objects.filter(matter=matter).exists()
    if outcome in (Outcome.REACHED, Outcome.PARTLY) and not any_found:
        return N_("Violations are stated as found, but none is recorded in the matter.")
    if outcome in (Outcome.NONE, Outcome.NOT_NEEDED) and any_found:
        return N_("Violations are stated as not found, but some are recorded in the matter.")
    return None


def _removal_disagrees(matter: Matter, outcome: str) -> str | None:
    violations = Violation.objects.filter(matter=matter)
    left, gone = (violations.filter(removed_on__isnull=left).exists() for left in (True, False))
    if outcome == Outcome.REACHED and (left or not gone):
        return N_("Removal is stated as reached, but a violation without confirmed removal is recorded.")
    if outcome == Outcome.PARTLY and not gone:
        return N_("Removal in part is stated, but no removal is confirmed.")
    if outcome == Outcome.NOT_NEEDED and left:
        return N_("Removal is stated as not called for, but a violation that stands is recorded.")
    return None


def _protection_disagrees(matter: Matter, outcome: str) -> str | None:
    states = set(ProtectedPerson.objects.filter(matter=matter).values_list("status", flat=True))
    waits = ProtectedStatus.HURT in states
    if outcome in (Outcome.REACHED, Outcome.PARTLY) and not states - {ProtectedStatus.HURT}:
        return N_("People are stated as protected, but nobody is recorded.")
    if outcome == Outcome.REACHED and waits:
        return N_("Protection is stated as reached, but somebody's rights are not restored yet.")
    if outcome == Outcome.NOT_NEEDED and waits:
        return N_("Protection is stated as not called for, but somebody's rights were hurt.")
    return None


def _liability_disagrees(matter: Matter, outcome: str) -> str | None:
    if outcome in (Outcome.REACHED, Outcome.PARTLY) and not matter.liabilities.exists():
        return N_("Liability is stated as raised, but none is recorded.")
    return None


@register
def terms_settled(matter: Matter) -> list[Obstacle]:
    """No term of the matter itself, of its acts or measures still runs or waits."""
    own = Term.objects.filter(matter=matter).exclude(state=TermState.FINISHED)
    return [
        Obstacle(
            "open_term",
            N_("A term still runs: due %(due)s."),
            {"due": term.due_on, "kind": term.subject_kind},
        )
        for term in own.exclude(subject_kind="appeal").order_by("due_on")
    ]
