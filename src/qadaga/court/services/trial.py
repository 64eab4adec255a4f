"""In court: the prosecutor's position and conclusion, what an instance decided, appeal, the end (O.7.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.acts import services as acts
from qadaga.acts.choices import ActStatus, CourtOutcome
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.court.choices import (
    APPEALED_IN,
    BROUGHT,
    NEXT_INSTANCE,
    OF_THE_DEAD,
    AccusedStatus,
    CaseKind,
    CaseStatus,
    Instance,
    PaperKind,
    ReviewStatus,
    VerdictKind,
)
from qadaga.court.models import Accused, Case, Judgment, Review, Verdict
from qadaga.court.papers import Written, issue
from qadaga.court.services.base import KEEP, begin, due_on, finish_term, start_term
from qadaga.court.services.dying import against, before_court, dead, refuse_clearing
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.matters.step import Step

ERROR = "judicial_error"


@dataclass(frozen=True, slots=True)
class Said:
    """What the court said of one person: the verdict, and to what they were sentenced."""

    verdict: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What the court decided on which day, in force since when; of each person prosecuted."""

    outcome: str
    decided_on: date
    summary: str
    in_force_on: date | None = None
    verdicts: Mapping[UUID, Said] = field(default_factory=dict)


@implements("O.7.2", "O.7.3", "O.8.3")
@transaction.atomic
def take_position(
    *, case_id: UUID, version: int, position: str, by: Actor, on: date, clears: bool = False
) -> Case:
    """State the position: of the state prosecutor in a criminal case, of who takes part in others.

    `clears`: it asks to end the case or to clear the name of somebody, which is all that is left where
    everybody prosecuted has died. Raises NotPermitted there otherwise, and for whoever is not named for the
    case and does not lead the office; InvalidInput where nobody there has died.
    """
    kind = Case.objects.filter(id=case_id).values_list("kind", flat=True).first()
    power = "prosecution.support" if kind == CaseKind.CRIMINAL else "court.take_part"
    people, gone = before_court(case_id)
    marks = against(people, gone, clears=clears)
    step = begin(Case, case_id, power, version=version, by=by, on=on, marks=marks)
    refuse_clearing(gone, clears=clears)
    step.save(position=text("position", position, 8000), position_clears=clears)
    step.journal(instance=step.row.instance, clears=clears)
    return step.row


@implements("O.8.3", "O.7.2")
@transaction.atomic
def conclude(*, case_id: UUID, version: int, written: Written, by: Actor, on: date) -> Case:
    """Give a conclusion in a case that is not criminal, in the prosecutor's own name."""
    power = "court.conclude"
    step = begin(Case, case_id, power, version=version, by=by, on=on)
    step.course.table.move(step.before, power)
    paper = issue(step, PaperKind.CONCLUSION, written)
    step.save()
    step.journal(paper=paper.number_text, sha256=paper.sha256)
    return step.row


@implements("O.7.2", "O.7.3")
@transaction.atomic
def decide_case(*, case_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> Case:
    """Record what the instance decided; in a criminal case of every person. The term of appeal begins.

    The act of ours that the case was about gets its outcome by the same decision, once.
    """
    step = begin(Case, case_id, KEEP, version=version, by=by, on=on)
    case = step.row
    if case.status != CaseStatus.IN_COURT:
        raise AlreadyDone() if case.status == CaseStatus.DECIDED else _not_in_court()
    row = _judgment(step, decided, case.transferred_on or case.opened_on, case=case, instance=case.instance)
    _verdicts(case, row, decided.verdicts)
    if rule := APPEALED_IN.get((CaseKind(case.kind), Instance(case.instance))):
        start_term(step, rule, decided.decided_on)
    _outcome_of_act(case, decided, by, on)
    step.save(to=CaseStatus.DECIDED, due_on=due_on(case))
    step.journal(judgment=row.id, outcome=row.outcome, decided_on=row.decided_on)
    return case


@implements("L.3.4", "O.8.3")
@transaction.atomic
def decide_review(
    *, review_id: UUID, version: int, instance: str, decided: Decided, by: Actor, on: date
) -> Review:
    """Record what an instance decided on the protest or petition: one above those that decided before."""
    step = begin(Review, review_id, KEEP, version=version, by=by, on=on)
    if step.row.status != ReviewStatus.IN_COURT:
        raise _not_in_court()
    brought = step.row.papers.filter(kind__in=BROUGHT).order_by("-signed_on")[0].signed_on
    _refuse_lower(step.row, choice("instance", instance, Instance.values))
    row = _judgment(step, decided, brought, review=step.row, instance=instance)
    step.save(to=ReviewStatus.DECIDED, outcome=row.outcome)
    step.journal(judgment=row.id, outcome=row.outcome, decided_on=row.decided_on)
    return step.row


@implements("O.7.3", "O.8.3", "O.7.2")
@transaction.atomic
def appeal(
    *, case_id: UUID, version: int, written: Written, by: Actor, on: date, clears: bool = False
) -> Case:
    """Appeal against what the instance decided, to the next one, while the term runs.

    `clears` as for a position: against the dead alone nothing else is appealed. Raises Conflict after the
    term and after the last instance, InvalidInput where nobody there has died, NotPermitted.
    """
    kind = Case.objects.filter(id=case_id).values_list("kind", flat=True).first()
    power = "prosecution.appeal" if kind == CaseKind.CRIMINAL else "court.petition_review"
    people, gone = before_court(case_id)
    marks = against(people, gone, clears=clears)
    step = begin(Case, case_id, power, version=version, by=by, on=on, ground=ERROR, marks=marks)
    refuse_clearing(gone, clears=clears)
    case = step.row
    step.course.table.move(step.before, power)
    rule = APPEALED_IN.get((CaseKind(case.kind), Instance(case.instance)))
    if rule is None:
        raise Conflict(
            "last_instance", N_("No instance is left above. A judicial act in force is protested (L.3.4).")
        )
    _within_term(case, rule, on)
    paper = issue(step, PaperKind.APPEAL, written, clears=clears)
    finish_term(step, rule, on)
    step.save(instance=NEXT_INSTANCE[Instance(case.instance)], due_on=due_on(case))
    step.journal(paper=paper.number_text, sha256=paper.sha256, instance=case.instance, clears=clears)
    return case


@transaction.atomic
def close_case(*, case_id: UUID, version: int, by: Actor, on: date) -> Case:
    """Close the card once the last decision is in force. Raises Conflict before."""
    step = begin(Case, case_id, KEEP, version=version, by=by, on=on)
    case = step.row
    if case.status != CaseStatus.DECIDED:
        raise _not_decided() if case.status != CaseStatus.CLOSED else AlreadyDone()
    last = case.judgments.order_by("-decided_on", "-id")[0]
    if last.in_force_on is None or last.in_force_on > on:
        term = terms.open_term("court_case", case.id)
        if term is not None and term.due_on >= on:
            raise Conflict(
                "appeal_term_runs",
                N_("The term of appeal runs until %(due)s. Close the card after it."),
                due=term.due_on,
            )
    terms.finish_open(kind="court_case", subject_id=case.id, on=on, by=by)
    step.save(to=CaseStatus.CLOSED, closed_on=on, due_on=None, next_on=None)
    step.journal(closed_on=on)
    return case


def _refuse_lower(review: Review, instance: str) -> None:
    order = list(Instance)
    before = [order.index(Instance(one)) for one in review.judgments.values_list("instance", flat=True)]
    if before and order.index(Instance(instance)) <= max(before):
        raise InvalidInput.of(
            "instance", "not_above", N_("This instance has decided already: choose the one above it.")
        )


def _within_term(case: Case, rule: str, on: date) -> None:
    term = terms.open_term("court_case", case.id, rule)
    if term is None or term.due_on < on:
        raise Conflict(
            "appeal_term_over",
            N_("The term of appeal is over. Ask the court to restore it, or have the act protested (L.3.4)."),
        )


def _judgment(step: Step[Any], decided: Decided, earliest: date, **of: Any) -> Judgment:
    choice("outcome", decided.outcome, CourtOutcome.values)
    within("decided_on", decided.decided_on, earliest=earliest, latest=step.on)
    if decided.in_force_on is not None and decided.in_force_on < decided.decided_on:
        raise InvalidInput.of(
            "in_force_on",
            "too_early",
            N_("An act enters into force on its own day or later. Check the dates."),
        )
    return Judgment.objects.create(
        **of,
        outcome=decided.outcome,
        decided_on=decided.decided_on,
        in_force_on=decided.in_force_on,
        summary=text("summary", decided.summary, 8000),
        recorded_by_id=step.by.appointment_id,
    )


def _verdicts(case: Case, judgment: Judgment, verdicts: Mapping[UUID, Said]) -> None:
    people = {row.id: row for row in case.accused.filter(status__in=("in_court", "tried"))}
    problems, made, gone = Problems(), [], {row.id for row in dead(people.values())}
    for pk in people:
        said = verdicts.get(pk)
        with problems.collect():
            kind = choice(f"verdict_{pk}", said.verdict if said else "", VerdictKind.values)
            if pk in gone and kind not in OF_THE_DEAD:
                raise _of_the_dead(f"verdict_{pk}")
            needed = kind == VerdictKind.CONVICTED
            sentence = said.sentence if said else ""
            sentence = text(f"sentence_{pk}", sentence, 500, multiline=False, required=needed)
            made.append(Verdict(judgment=judgment, accused_id=pk, verdict=kind, sentence=sentence))
    problems.check()
    Verdict.objects.bulk_create(made)
    Accused.objects.filter(id__in=people).update(status=AccusedStatus.TRIED)


def _of_the_dead(field: str) -> InvalidInput:
    return InvalidInput.of(
        field,
        "person_dead",
        N_("This person has died: the court ends the case or clears the name, it convicts nobody (O.7.3)."),
    )


def _outcome_of_act(case: Case, decided: Decided, by: Actor, on: date) -> None:
    act = case.act
    if act is None or act.status != ActStatus.IN_COURT:
        return
    told = acts.Decided(decided.outcome, decided.decided_on, case.number, decided.summary)
    acts.record_court_decision(act_id=act.id, version=act.version, decided=told, by=by, on=on)


def _not_in_court() -> Conflict:
    return Conflict("not_in_court", N_("Nothing of this card is before a court now."))


def _not_decided() -> Conflict:
    return Conflict("not_decided", N_("The court has not decided yet. Record its decision first."))
