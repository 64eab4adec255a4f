"""A review: given to an officer, the check list answered, norms violated found, concluded (L.3.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.legality.choices import Answer, LegalActStatus, Point, ReviewKind, Verdict
from qadaga.supervision.legality.models import Checked, Contradiction, Edition, LegalAct, Review
from qadaga.supervision.legality.services import base
from qadaga.supervision.legality.subject import ASSESS, GIVE

TWICE = {
    "contradiction_once": FieldError(
        "norm", "taken", N_("This norm is recorded for this part of the act already.")
    )
}


@dataclass(frozen=True, slots=True)
class Found:
    """A norm the act contradicts: by which point of the list, in which part of the act, how."""

    point: str
    part: str
    norm: str
    what: str


@implements("L.3.1", "O.13.1")
@transaction.atomic
def give(
    *, act_id: UUID, version: int, kind: str, reviewer_id: UUID, due_on: date, by: Actor, on: date
) -> Review:
    """Give the act to an officer for review, or the review under way to another one.

    A new review is of the edition in force on the day; one under way keeps its answers and its edition.
    Raises InvalidInput, NotPermitted (an act of the Government or a law below the first level).
    """
    step = base.begin(act_id, GIVE, version=version, by=by, on=on)
    kind = choice("kind", kind, ReviewKind.values)
    held = base.officer("reviewer", reviewer_id, step.row.holder_id, on)
    due = base.not_past("due_on", due_on, on)
    review = step.row.reviews.filter(done_on__isnull=True).first() or Review(
        legal_act=step.row, edition=edition_on(step.row, on), given_on=on
    )
    review.kind, review.reviewer, review.due_on, review.given_by_id = kind, held, due, by.appointment_id
    review.save()
    base.answered(step.row, on, by)
    step.save(reviewer=held, due_on=due)
    step.journal(review=review.id, kind=kind, reviewer=held.id, due_on=due)
    return review


def edition_on(row: LegalAct, on: date) -> Edition:
    """The edition in force on the day; the first one where none is in force yet."""
    found = row.editions.filter(starts_on__lte=on).order_by("-starts_on").first()
    return found or row.editions.order_by("starts_on")[0]


@implements("L.3.1")
@transaction.atomic
def check(*, act_id: UUID, version: int, answers: Mapping[str, str], by: Actor, on: date) -> Review:
    """Save answers to points of the check list, as often as wanted while the review is open."""
    step = base.begin(act_id, ASSESS, version=version, by=by, on=on)
    review = open_review(step)
    checked = _checked(answers)
    for point, answer in checked.items():
        Checked.objects.update_or_create(review=review, point=point, defaults={"answer": answer})
    step.save(to=LegalActStatus.REVIEW)
    step.journal(review=review.id, answers=len(checked))
    return review


@implements("L.3.1", "O.6.2")
@transaction.atomic
def find(*, act_id: UUID, version: int, found: Found, by: Actor, on: date) -> Contradiction:
    """Record a norm that the act contradicts; its point of the check list counts as violated."""
    step = base.begin(act_id, ASSESS, version=version, by=by, on=on)
    review = open_review(step)
    row = Contradiction(review=review, point=choice("point", found.point, Point.values))
    row.part = text("part", found.part, 300, multiline=False)
    row.norm = text("norm", found.norm, 500, multiline=False)
    row.what = text("what", found.what, 8000)
    with refused_by(TWICE):
        row.save(force_insert=True)
    Checked.objects.update_or_create(review=review, point=row.point, defaults={"answer": Answer.VIOLATED})
    step.save(to=LegalActStatus.REVIEW)
    step.journal(review=review.id, contradiction=row.id)
    return row


@implements("L.3.1")
@transaction.atomic
def conclude(*, act_id: UUID, version: int, verdict: str, conclusion: str, by: Actor, on: date) -> Review:
    """End the review. Raises Conflict where a point has no answer or the verdict and the list disagree."""
    step = base.begin(act_id, ASSESS, version=version, by=by, on=on)
    review = open_review(step)
    review.verdict = choice("verdict", verdict, Verdict.values)
    review.conclusion = text("conclusion", conclusion, 20_000)
    _refuse_unanswered(review)
    review.done_on, review.done_by_id = on, by.appointment_id
    review.save(update_fields=["verdict", "conclusion", "done_on", "done_by"])
    contrary = verdict == Verdict.CONTRARY
    step.save(to=verdict, due_on=base.to_answer(step.row, on, by) if contrary else None)
    step.journal(review=review.id, verdict=verdict)
    return review


def open_review(step: Step[LegalAct]) -> Review:
    """The review under way; Conflict where there is none."""
    review: Review | None = step.row.reviews.filter(done_on__isnull=True).first()
    if review is None:
        raise Conflict("no_review", N_("No review of this act is under way. Give it for review first."))
    return review


def _checked(answers: Mapping[str, str]) -> dict[str, str]:
    problems, checked = Problems(), {}
    for point, answer in answers.items():
        with problems.collect():
            choice(f"point_{point}", point, Point.values)
            checked[point] = choice(f"point_{point}", answer, Answer.values)
    problems.check()
    return checked


def _refuse_unanswered(review: Review) -> None:
    answers = dict(review.checked.values_list("point", "answer"))
    found = set(review.contradictions.values_list("point", flat=True))
    violated = {point for point, answer in answers.items() if answer == Answer.VIOLATED}
    if len(answers) < len(Point.values):
        raise Conflict(
            "unanswered", N_("Some points of the check list have no answer yet. Answer them first.")
        )
    if violated - found:
        raise Conflict(
            "norm_missing", N_("A point is marked violated without its norm. Record the norm first.")
        )
    if found - violated:
        raise Conflict(
            "answer_differs", N_("A norm is recorded for a point that is not marked violated. Mark it so.")
        )
    if bool(violated) != (review.verdict == Verdict.CONTRARY):
        raise InvalidInput.of(
            "verdict",
            "disagrees",
            N_("The verdict must follow the check list: contrary exactly where a point is violated."),
        )
