"""What every service of court work does: the card in scope and locked, the ruling, the move, the journal."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.court.choices import HearingStatus
from qadaga.court.models import Accused, Case, Hearing, Review
from qadaga.court.subject import Card, owner, subject_of
from qadaga.court.transitions import CASE, REVIEW
from qadaga.matters import change, terms
from qadaga.matters.choices import TermState
from qadaga.matters.models import Term
from qadaga.matters.step import Course, Step

C = TypeVar("C", bound=Case | Review)

CASES: Course[Case] = Course("court_case", CASE, lambda case: case.office_id)
REVIEWS: Course[Review] = Course("judicial_act", REVIEW, lambda review: review.office_id)
KEEP = "court.keep"


def course_of(card: Card) -> Course[Any]:
    """How cards of that kind go."""
    return CASES if isinstance(card, Case) else REVIEWS


def begin(
    model: type[C],
    pk: UUID,
    power: str,
    *,
    version: int,
    by: Actor,
    on: date,
    ground: str | None = None,
    marks: Iterable[str] = (),
) -> Step[C]:
    """The card within the scope, locked, at the version seen, the power on it ruled on.

    Raises NotFound, Stale, NotPermitted; the table is asked when the step is saved.
    """
    row: Any = change.locked(model.objects.select_related("office", "matter"), pk, by=by, on=on)
    change.expect(row, version)
    subject = subject_of(row, by, on, power=power, marks=marks)
    return course_of(row).ask(row, power, subject, by=by, on=on, ground=ground)


def start_term(step: Step[Any], rule: str, on: date) -> None:
    """Start a term of the catalogue on the card with the event of the day."""
    card: Card = step.row
    kind = course_of(card).kind
    terms.start(
        owner=terms.Owner(kind, card.id, card.office_id, card.region_id), rule=rule, on=on, by=step.by
    )


def finish_term(step: Step[Any], rule: str, on: date) -> None:
    """End the term of that rule where it runs on the card."""
    card: Card = step.row
    term = terms.open_term(course_of(card).kind, card.id, rule)
    if term is not None:
        terms.finish(term=term, on=max(on, term.started_on), by=step.by)


def due_on(card: Card) -> date | None:
    """The last day of the earliest term that runs on the card."""
    rows = Term.objects.filter(subject_kind=course_of(card).kind, subject_id=card.id, state=TermState.RUNNING)
    return rows.order_by("due_on").values_list("due_on", flat=True).first()


def next_on(card: Card) -> date | None:
    """The day of the nearest hearing to come."""
    rows = Hearing.objects.filter(**owner(card), status=HearingStatus.PLANNED)
    return rows.order_by("held_on").values_list("held_on", flat=True).first()


def accused(case: Case, accused_id: UUID) -> Accused | None:
    """The person of the case, locked."""
    return Accused.objects.select_for_update().filter(case=case, id=accused_id).first()
