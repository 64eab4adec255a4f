"""A judicial act in force: the case called for, received, studied, protested or not, sent back (L.3.4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import CourtOutcome
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.court.choices import NEXT_INSTANCE, Called, Instance, PaperKind, ReviewStatus
from qadaga.court.models import Review
from qadaga.court.papers import Written, issue
from qadaga.court.services.base import KEEP, begin, due_on, finish_term, start_term
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.delivery import Delivered, serve
from qadaga.matters.services.base import text

CALLED_BY = {
    Called.CASE: ("court.call_case", PaperKind.CALL),
    Called.EXECUTION: ("judicial.call_execution", PaperKind.EXECUTION),
}
BROUGHT_BY = {"judicial.protest": PaperKind.PROTEST, "court.petition_review": PaperKind.PETITION}
SERVE_TERM = "call_delivery"
CASE_TERM, BACK_TERM, ASKED_TERM = "judicial_case_request", "court_case_return", "petition_for_protest"
ERROR = "judicial_error"
MOST_VOLUMES = 10_000


@dataclass(frozen=True, slots=True)
class Studied:
    """What the study found, and whether the act breaks the law."""

    findings: str
    unlawful: bool


@implements("L.3.4", "O.8.3")
@transaction.atomic
def call(*, review_id: UUID, version: int, what: str, written: Written, by: Actor, on: date) -> Review:
    """Call for the case, or for the materials on the execution of its sentence, by a letter.

    The court's term runs from the delivery; until that is recorded the letter's own term runs.

    Raises InvalidInput, NotPermitted (an act not in force, no leader), Conflict (called for already).
    """
    power, kind = CALLED_BY[Called(choice("what", what, Called.values))]
    ground = Review.objects.filter(id=review_id).values_list("ground", flat=True).first()
    step = begin(Review, review_id, power, version=version, by=by, on=on, ground=ground)
    step.course.table.move(step.before, power)
    paper = issue(step, kind, written)
    start_term(step, SERVE_TERM, on)
    step.save(called=what, called_on=on, due_on=due_on(step.row))
    step.journal(paper=paper.number_text, sha256=paper.sha256)
    return step.row


@implements("L.3.4", "O.8.3")
@transaction.atomic
def deliver(*, review_id: UUID, version: int, delivered: Delivered, by: Actor, on: date) -> Review:
    """Record that the letter reached the court, with the proof: the court's term runs from that day.

    Raises InvalidInput, AlreadyDone, Conflict where nothing was called for, or it has come.
    """
    step = begin(Review, review_id, KEEP, version=version, by=by, on=on)
    row = step.row
    if row.served_on is not None:
        raise AlreadyDone()
    _awaited(row)
    served_on = serve(row, delivered, earliest=row.called_on, by=by, on=on)
    # A court called before deliveries were recorded had its term from the call: it runs anew.
    for rule in (SERVE_TERM, CASE_TERM):
        finish_term(step, rule, served_on)
    start_term(step, CASE_TERM, served_on)
    step.save(to=ReviewStatus.CALLED, due_on=due_on(row))
    step.journal(served=served_on, way=delivered.way, due=row.due_on)
    return row


def _awaited(row: Review) -> None:
    if row.status != ReviewStatus.CALLED:
        raise Conflict("not_called", N_("Nothing is awaited from the court: call for the case first."))


@implements("O.8.3")
@transaction.atomic
def receive(*, review_id: UUID, version: int, received_on: date, volumes: int, by: Actor, on: date) -> Review:
    """Record that what was called for has come. The court's term ends, the term to send it back begins."""
    step = begin(Review, review_id, KEEP, version=version, by=by, on=on)
    row = step.row
    _awaited(row)
    within("received_on", received_on, earliest=row.served_on or row.called_on, latest=on)
    if not 1 <= volumes <= MOST_VOLUMES:
        raise InvalidInput.of("volumes", "too_small", N_("How many volumes came: one at least."))
    for rule in (SERVE_TERM, CASE_TERM):
        finish_term(step, rule, received_on)
    start_term(step, BACK_TERM, received_on)
    step.save(to=ReviewStatus.RECEIVED, received_on=received_on, volumes=volumes, due_on=due_on(row))
    step.journal(received_on=received_on, volumes=volumes)
    return row


@implements("O.8.3")
@transaction.atomic
def send_back(*, review_id: UUID, version: int, returned_on: date, by: Actor, on: date) -> Review:
    """Record that the case went back to the court. Raises Conflict where it is not here."""
    step = begin(Review, review_id, KEEP, version=version, by=by, on=on)
    row = step.row
    if row.received_on is None or row.returned_on is not None:
        raise Conflict(
            "case_not_here", N_("The case is not here: it was not received, or went back already.")
        )
    within("returned_on", returned_on, earliest=row.received_on, latest=on)
    finish_term(step, BACK_TERM, returned_on)
    step.save(to=row.status, returned_on=returned_on, due_on=due_on(row))
    step.journal(returned_on=returned_on)
    return row


@implements("L.3.4")
@transaction.atomic
def study(*, review_id: UUID, version: int, studied: Studied, by: Actor, on: date) -> Review:
    """Record what the study of the act found. Raises Conflict before the case was received."""
    step = begin(Review, review_id, "judicial.study", version=version, by=by, on=on)
    findings = text("findings", studied.findings, 8000)
    step.save(studied_on=on, findings=findings, unlawful=studied.unlawful)
    step.journal(unlawful=studied.unlawful)
    return step.row


@implements("L.3.4", "L.1.12")
@transaction.atomic
def bring(*, review_id: UUID, version: int, power: str, written: Written, by: Actor, on: date) -> Review:
    """Bring a protest (by the head of a level that may) or a petition for review, on what the study found.

    What an instance decided goes on to the next one the same way. Raises Conflict where the study found the
    act lawful, the court granted what was asked or no instance is left; NotPermitted.
    """
    kind = BROUGHT_BY[power]
    step = begin(Review, review_id, power, version=version, by=by, on=on, ground=ERROR)
    step.course.table.move(step.before, power)
    if not step.row.unlawful:
        raise Conflict(
            "act_lawful",
            N_("The study found the act lawful: no ground (L.3.4). Refuse the petitioner, or close."),
        )
    _refuse_no_instance(step.row)
    paper = issue(step, kind, written)
    finish_term(step, ASKED_TERM, on)
    step.save(due_on=due_on(step.row), outcome=None)
    step.journal(paper=paper.number_text, sha256=paper.sha256)
    return step.row


def _refuse_no_instance(review: Review) -> None:
    last = review.judgments.order_by("-decided_on", "-id").first()
    if last is None:
        return
    if last.outcome == CourtOutcome.GRANTED:
        raise Conflict("granted", N_("The court granted what was asked: nothing is left to bring further."))
    if Instance(last.instance) not in NEXT_INSTANCE:
        raise Conflict("last_instance", N_("The last instance has decided: no other one is left (L.3.4)."))


@implements("O.8.3", "L.3.4")
@transaction.atomic
def conclude_review(*, review_id: UUID, version: int, written: Written, by: Actor, on: date) -> Review:
    """Give the prosecutor's conclusion where a court considers the protest or petition (O.8.3).

    Raises Conflict where nothing is in court, NotPermitted for whoever is not named and does not lead.
    """
    power = "court.conclude"
    step = begin(Review, review_id, power, version=version, by=by, on=on)
    step.course.table.move(step.before, power)
    paper = issue(step, PaperKind.CONCLUSION, written)
    step.save()
    step.journal(paper=paper.number_text, sha256=paper.sha256)
    return step.row


@implements("L.3.4", "O.8.d1")
@transaction.atomic
def refuse(*, review_id: UUID, version: int, written: Written, by: Actor, on: date) -> Review:
    """Refuse to protest, with a reasoned answer to whoever petitioned. Raises Conflict where nobody did."""
    power = "judicial.consider_petition"
    step = begin(Review, review_id, power, version=version, by=by, on=on)
    row = step.row
    if not row.petitioner:
        raise Conflict("no_petitioner", N_("Nobody petitioned for a protest here. Close the card instead."))
    step.course.table.move(step.before, power)
    answer = Written(written.norm, written.text, written.language, written.addressee or row.petitioner)
    paper = issue(step, PaperKind.ANSWER, answer)
    finish_term(step, ASKED_TERM, on)
    step.save(due_on=due_on(row))
    step.journal(paper=paper.number_text, sha256=paper.sha256)
    return row


@implements("L.3.4")
@transaction.atomic
def withdraw(*, review_id: UUID, version: int, written: Written, by: Actor, on: date) -> Review:
    """Withdraw the protest or petition before the court has decided."""
    step = begin(Review, review_id, "judicial.withdraw", version=version, by=by, on=on)
    paper = issue(step, PaperKind.WITHDRAWAL, written)
    step.save()
    step.journal(paper=paper.number_text)
    return step.row


@transaction.atomic
def close_review(*, review_id: UUID, version: int, by: Actor, on: date) -> Review:
    """Close the card: the case is back in court and whoever asked has an answer. Raises Conflict."""
    step = begin(Review, review_id, KEEP, version=version, by=by, on=on)
    row = step.row
    if row.received_on is not None and row.returned_on is None:
        raise Conflict("case_here", N_("The case is still here. Send it back to the court first."))
    if row.status == ReviewStatus.STUDIED and (row.unlawful or row.petitioner):
        raise Conflict(
            "undecided", N_("The act is protested, or the petitioner is answered, before the card is closed.")
        )
    step.save(to=ReviewStatus.CLOSED, closed_on=on, next_on=None)
    step.journal(closed_on=on)
    return row
