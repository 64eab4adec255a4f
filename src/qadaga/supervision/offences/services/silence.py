"""A file called for that did not come in its term: a violation that an act answers (O.8.2, O.8.d3)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters import services as matters
from qadaga.matters.services.base import text
from qadaga.supervision.offences.choices import CaseOutcome, CaseStatus
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.services.files import locked, open_matter
from qadaga.supervision.offences.subject import CASES, CHECK, case_subject

REPLY = "document_request"


@implements("O.8.2", "O.8.d3", "O.6.2")
@transaction.atomic
def record_silence(
    *, case_id: UUID, version: int, matter_id: UUID, norm: str, what: str, by: Actor, on: date
) -> OffenceCase:
    """Record that the file did not come in its term, as a violation of a matter of the direction.

    The case goes on waiting for the file. Raises Conflict while the term runs or the call is not delivered,
    AlreadyDone, InvalidInput, NotPermitted.
    """
    row = locked(case_id, by=by, on=on)
    step = CASES.ask(row, CHECK, case_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    if row.silent_on is not None or row.status != CaseStatus.CALLED:
        raise AlreadyDone()
    _refuse_in_term(row, on)
    matter = open_matter(matter_id, row, by)
    assert matter is not None  # an id was given, and an unknown one is refused
    violated = matters.Violated(
        norm=text("norm", norm, 500, multiline=False),
        what=text("what", what, 4000),
        violator_kind="body",
        violator_body=row.body,
        rights_of="state",
    )
    with journal.gathered():
        found = matters.record_violation(
            matter_id=matter.id, version=matter.version, violated=violated, by=by, on=on
        )
        step.save(to=CaseStatus.CALLED, matter=matter, silent_on=on, silence=found)
        step.journal(violation=found.id)
    return row


@implements("O.8.2", "O.8.d3")
@transaction.atomic
def give_up_file(*, case_id: UUID, version: int, paper: str, by: Actor, on: date) -> OffenceCase:
    """End a case whose file was never given, once a signed act answers that. Raises Conflict before it.

    `paper` says what came of the act.
    """
    row = locked(case_id, by=by, on=on)
    step = CASES.ask(row, CHECK, case_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    if row.status != CaseStatus.CALLED or row.silence is None:
        raise Conflict("not_silent", N_("Record first that the file did not come in its term."))
    if not row.silence.acts.filter(signed_on__isnull=False).exists():
        raise Conflict(
            "no_act", N_("Draft an act on this violation in the matter first, and let it be signed.")
        )
    terms.finish_open(kind=CASES.kind, subject_id=row.id, on=on, by=by)
    step.save(
        to=CaseStatus.DONE,
        outcome=CaseOutcome.WITHHELD,
        outcome_on=on,
        outcome_paper=text("paper", paper, 200, multiline=False),
        due_on=None,
    )
    step.journal(outcome=CaseOutcome.WITHHELD)
    return row


def _refuse_in_term(row: OffenceCase, on: date) -> None:
    term = terms.open_term(CASES.kind, row.id, REPLY)
    if term is None:
        raise Conflict(
            "not_delivered", N_("Record first that the call was delivered: its term runs from then.")
        )
    if term.due_on >= on:
        raise Conflict(
            "term_runs",
            N_("The term of the file runs until %(due)s: silence is recorded after it."),
            due=term.due_on,
        )
