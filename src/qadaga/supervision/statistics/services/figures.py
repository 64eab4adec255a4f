"""Figures asked of the body for a check: the term of the reply runs, what came is noted (O.8.2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import Language
from qadaga.acts.letters import services as letters
from qadaga.acts.letters.choices import RECORDS_CHECK, LetterKind
from qadaga.acts.letters.paper import Said
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.law import citing, wording
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.matters.dates import choice, within
from qadaga.matters.delivery import Delivered, proven
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.supervision.statistics.choices import CheckStatus, Fault
from qadaga.supervision.statistics.models import Discrepancy, RecordsCheck
from qadaga.supervision.statistics.services import base
from qadaga.supervision.statistics.subject import ASK, CHECKS

REPLY = "document_request"


@dataclass(frozen=True, slots=True)
class Figures:
    """Which figures are asked for, in which language, within how many days where the letter sets them."""

    text: str
    language: str = Language.RU
    days: int | None = None


@implements("O.8.2", "L.3.8")
@transaction.atomic
def ask_figures(*, check_id: UUID, version: int, asked: Figures, by: Actor, on: date) -> RecordsCheck:
    """Ask the body for its figures by a letter, which is numbered and frozen now.

    Raises AlreadyDone, Conflict (the check is finished), InvalidInput.
    """
    step = base.asked(check_id, version, by=by, on=on, power=ASK)
    row = step.row
    _under_way(row)
    if row.asked_on is not None:
        raise AlreadyDone()
    said = _said(row, asked, step)
    step.save(to=CheckStatus.BEGUN, asked_on=on)
    made = letters.write_own(RECORDS_CHECK, row.id, row.office, said, step)
    step.journal(letter=made.number, sha256=made.sha256)
    return row


@implements("O.8.2", "L.3.8")
@transaction.atomic
def deliver_figures(
    *, check_id: UUID, version: int, delivered: Delivered, by: Actor, on: date
) -> RecordsCheck:
    """Record that the letter reached the body, with the proof: the term of the reply runs from that day.

    Raises Conflict where none was asked for, AlreadyDone, InvalidInput (no proof, a day that cannot be).
    """
    reference = proven(delivered)
    step = base.asked(check_id, version, by=by, on=on)
    row = step.row
    _under_way(row)
    if row.asked_on is None:
        raise Conflict("not_asked", N_("No figures were asked for in this check."))
    if row.served_on is not None or terms.open_term(CHECKS.kind, row.id, REPLY) is not None:
        raise AlreadyDone()
    day = within("served_on", delivered.served_on, earliest=row.asked_on, latest=on)
    terms.start(owner=base.owner(row), rule=REPLY, on=day, by=by, days=letters.days_of(row.id))
    step.save(
        to=CheckStatus.BEGUN,
        served_on=day,
        served_way=delivered.way,
        served_by_id=by.appointment_id,
        proof=delivered.proof,
        proof_ref=reference,
    )
    step.journal(delivered=day, way=delivered.way)
    return row


def _said(row: RecordsCheck, asked: Figures, step: Step[RecordsCheck]) -> Said:
    language = choice("language", asked.language, Language.values)
    cited = (citation.clause for citation in load().powers[ASK].citations)
    return Said(
        kind=LetterKind.FIGURES,
        language=language,
        addressee=row.body.name(language),
        ground=f"{wording.title('grounds', step.ground or row.ground, language)}, № {row.number_text}",
        norm=citing.printed(cited, language),
        text=text("text", asked.text, 8000),
        rule=REPLY,
        days=letters.length(asked.days),
    )


@implements("O.8.2", "L.3.8")
@transaction.atomic
def receive_figures(*, check_id: UUID, version: int, came_on: date, by: Actor, on: date) -> RecordsCheck:
    """Record that the figures came; the term ends. Raises Conflict where none were asked for."""
    step = base.asked(check_id, version, by=by, on=on)
    row = step.row
    _under_way(row)
    if row.asked_on is None:
        raise Conflict("not_asked", N_("No figures were asked for in this check."))
    if row.came_on is not None:
        raise AlreadyDone()
    day = within("came_on", came_on, earliest=row.asked_on, latest=on)
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=day, by=by)
    step.save(to=CheckStatus.BEGUN, came_on=day)
    step.journal()
    return row


@implements("O.8.2", "L.3.8", "O.8.d3")
@transaction.atomic
def record_silence(
    *, check_id: UUID, version: int, norm: str, what: str, by: Actor, on: date
) -> RecordsCheck:
    """Record that figures asked for did not come in their term: a discrepancy that an act answers.

    Raises Conflict while the term runs or where nothing was asked for, AlreadyDone.
    """
    step = base.asked(check_id, version, by=by, on=on)
    row = step.row
    _under_way(row)
    if row.silent_on is not None or row.came_on is not None:
        raise AlreadyDone()
    due = _awaited(row)
    if due >= on:
        raise Conflict(
            "not_silent",
            N_("The term of the reply runs until %(due)s: silence is recorded after it."),
            due=due,
        )
    made = Discrepancy.objects.create(
        check_of=row,
        fault=Fault.WITHHELD,
        record_no=f"{row.number_text}: {row.asked_on:%d.%m.%Y}"[:60],
        reported=0,
        found=0,
        norm=text("norm", norm, 500, multiline=False),
        what=text("what", what, 4000),
    )
    terms.finish_open(kind=CHECKS.kind, subject_id=row.id, on=on, by=by)
    step.save(to=CheckStatus.BEGUN, silent_on=on)
    step.journal(discrepancy=made.id, due=due)
    return row


def _awaited(row: RecordsCheck) -> date:
    """The last day of the reply; Conflict where no figures were asked for."""
    if row.asked_on is None:
        raise Conflict("not_asked", N_("No figures were asked for in this check."))
    term = terms.open_term(CHECKS.kind, row.id, REPLY)
    if term is None:
        raise Conflict("not_delivered", N_("Record first that the request for figures was delivered."))
    return term.due_on


def _under_way(row: RecordsCheck) -> None:
    if row.status != CheckStatus.BEGUN:
        raise Conflict("not_under_way", N_("This check is finished already."))
