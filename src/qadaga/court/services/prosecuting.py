"""Criminal prosecution: whom the state accuses of what, the decision on the case, its transfer (O.7.3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.court.choices import BEFORE_COURT, AccusedStatus, CaseStatus, PaperKind
from qadaga.court.models import Accused, Case
from qadaga.court.papers import Written, issue
from qadaga.court.services.base import accused, begin, due_on, finish_term
from qadaga.court.services.dying import MARK, somebody
from qadaga.court.services.numbers import taken
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import deaths, prosecuted
from qadaga.matters.dying import NOTED, Death, note
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.organisation.refusals import refused_by

TERM = "prosecution_decide"
ONCE = {
    "court_accused_once": FieldError(
        "iin", "taken", N_("This person is charged in the case already. Open the case and look.")
    )
}


@dataclass(frozen=True, slots=True)
class Charged:
    """Who is charged with which articles: somebody whom the investigation named, or one more person."""

    name: str = ""
    iin: str = ""
    articles: str = ""
    accused_id: UUID | None = None


@implements("O.7.3")
@transaction.atomic
def charge(
    *, case_id: UUID, version: int, charged: Charged, written: Written, by: Actor, on: date
) -> Accused:
    """Settle the charge of somebody whom the investigation named, or of one more person, by a resolution.

    Raises InvalidInput (twice the same person; one chosen and another written), NotPermitted (also against
    the dead), Conflict.
    """
    power = "prosecution.charge"
    rows = Accused.objects.filter(case=case_id, status=AccusedStatus.NAMED)
    named = rows.filter(id=charged.accused_id).first() if charged.accused_id else None
    iin = named.iin if named else "".join(one for one in charged.iin if one.isdigit())
    marks = {MARK} if deaths.known(iin) else ()
    step = begin(Case, case_id, power, version=version, by=by, on=on, ground="code_names_it", marks=marks)
    step.course.table.move(step.before, power)
    row = _as_named(named, charged) if named else _one_more(step, charged, on)
    row.articles = text("articles", charged.articles or row.articles, 300, multiline=False)
    row.status, row.charged_on, row.charged_by_id = AccusedStatus.CHARGED, on, by.appointment_id
    with refused_by(ONCE):
        row.save()
    paper = issue(step, PaperKind.CHARGE, written, accused=row)
    step.save()
    step.journal(accused=row.id, paper=paper.number_text, sha256=paper.sha256)
    return row


def _as_named(named: Accused, charged: Charged) -> Accused:
    if charged.name or charged.iin:
        message = N_(
            "One person is chosen and another is written. Choose “somebody else”, or empty the name."
        )
        raise InvalidInput.of("accused", "two_people", message)
    return named


def _one_more(step: Step[Case], charged: Charged, on: date) -> Accused:
    if charged.accused_id is not None:
        raise InvalidInput.of("accused", "not_found", N_("Choose somebody named here and not charged yet."))
    row = Accused(case=step.row, office=step.row.office)
    row.name = text("name", charged.name, 300, multiline=False)
    row.iin = parse_iin(charged.iin, on=on).value
    return row


@implements("O.7.3", "L.1.3")
@transaction.atomic
def drop(
    *,
    case_id: UUID,
    version: int,
    accused_id: UUID,
    written: Written,
    by: Actor,
    on: date,
    death: Death | None = None,
) -> Case:
    """Drop the prosecution of one person: the charge is not proven, or they have died (`death`, proven).

    The case closes with its last person. Raises AlreadyDone, InvalidInput, NotPermitted.
    """
    ground = "accused_died" if death else "charge_unproven"
    step = begin(Case, case_id, "prosecution.drop", version=version, by=by, on=on, ground=ground)
    row = accused(step.row, accused_id)
    if row is None:
        raise InvalidInput.of("accused", "not_found", N_("Choose a person of this case."))
    if row.status not in BEFORE_COURT:
        raise AlreadyDone()
    step.course.table.move(step.before, step.power, CaseStatus.OPENED)
    if death is not None:
        note(row, death, on=on)
    row.status = AccusedStatus.DROPPED
    row.save(update_fields=["status", *NOTED])
    paper = issue(step, PaperKind.DROP, written, accused=row)
    _after_drop(step.row, step, on)
    step.journal(accused=row.id, paper=paper.number_text, sha256=paper.sha256)
    return step.row


def _after_drop(case: Case, step: Step[Case], on: date) -> None:
    if case.accused.filter(status__in=BEFORE_COURT).exists():
        step.save(to=CaseStatus.OPENED)
        return
    finish_term(step, TERM, on)
    step.save(to=CaseStatus.CLOSED, closed_on=on, due_on=None)


@implements("O.7.3", "O.8.1")
@transaction.atomic
def transfer(*, case_id: UUID, version: int, number: str, written: Written, by: Actor, on: date) -> Case:
    """Transfer the case with everybody charged to court, under the number the court gave it.

    The investigation of its number is noted as gone to court by the same act. Raises Conflict where nobody is
    charged, somebody named is neither charged nor dropped, or it went already; InvalidInput; NotPermitted
    (also where somebody charged has died).
    """
    power, marks = "prosecution.transfer", somebody(case_id)
    step = begin(Case, case_id, power, version=version, by=by, on=on, ground="evidence_enough", marks=marks)
    case = step.row
    step.course.table.move(step.before, power)
    people = case.accused.filter(status=AccusedStatus.CHARGED)
    if not people.exists():
        raise Conflict("nobody_charged", N_("Nobody is charged in this case. Settle a charge first (O.7.3)."))
    if case.accused.filter(status=AccusedStatus.NAMED).exists():
        raise Conflict(
            "undecided",
            N_("Somebody named by the investigation is neither charged nor dropped. Decide on them (O.7.3)."),
        )
    case.number = text("number", number, 60, multiline=False)
    paper = issue(step, PaperKind.TRANSFER, written)
    people.update(status=AccusedStatus.IN_COURT)
    finish_term(step, TERM, on)
    with refused_by(taken(case, by, on)):
        step.save(number=case.number, transferred_on=on, due_on=due_on(case))
    with journal.gathered():
        prosecuted.went_to_court(str(case.erdr), paper.number_text, by=by, on=on)
        step.journal(paper=paper.number_text, sha256=paper.sha256)
    return case
