"""A case comes under supervision: its file is called for, comes in, goes back (O.8.2, O.7.1)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import Language
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.choices import MatterStatus
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body, Matter
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.offences.choices import CalledOn, CaseStatus
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.services.letters import issue
from qadaga.supervision.offences.subject import CALL, CASES, FILE, case_subject

AT_WORK = (MatterStatus.ASSIGNED, MatterStatus.IN_WORK)
MOST_SHEETS = 100_000
TWICE = {
    "offence_case_once": FieldError(
        "case_number",
        "taken",
        N_("This case is under supervision already: find it by its number and work there (O.8.2)."),
    )
}


@dataclass(frozen=True, slots=True)
class Named:
    """A case as it is named: who conducts it, its number there, the article; the matter it belongs to."""

    body: Body
    article: str
    case_number: str = ""
    matter_id: UUID | None = None
    kato: str | None = None
    sphere: str | None = None


@implements("O.8.2", "O.7.1")
@transaction.atomic
def call_for(*, named: Named, ground: str, by: Actor, on: date, language: str = Language.RU) -> OffenceCase:
    """Call for the file of a case from whoever conducts it, by a letter. The term of the reply runs from its
    delivery; until that is recorded the letter's own term runs.

    Raises InvalidInput (the same case twice among it), NotPermitted (another's territory or sphere, no
    ground, neither a leader nor the matter's officer).
    """
    row = begun(named, CaseStatus.CALLED, by, on)
    step = CASES.ask(row, CALL, case_subject(row, by, on), by=by, on=on, ground=ground)
    # The law has refused any other ground, with its clause.
    row.ground = CalledOn(ground)
    row.case_number = text("case_number", named.case_number, 60, multiline=False)
    run(row, "call_delivery", on, by)
    insert(row, on)
    letter = issue(step, choice("language", language, Language.values))
    step.journal(ground=row.ground, number=row.number, sha256=letter.sha256)
    return row


@implements("O.8.2", "O.8.d5")
@transaction.atomic
def receive(
    *, case_id: UUID, version: int, received_on: date, sheets: int, by: Actor, on: date
) -> OffenceCase:
    """Record that the file has come, of how many sheets; the term of its return runs. Raises AlreadyDone."""
    row = locked(case_id, by=by, on=on)
    step = CASES.ask(row, FILE, case_subject(row, by, on), by=by, on=on)
    if row.status != CaseStatus.CALLED:
        raise AlreadyDone()
    change.expect(row, version)
    day = within("received_on", received_on, earliest=row.begun_on, latest=on)
    if not 1 <= sheets <= MOST_SHEETS:
        raise InvalidInput.of("sheets", "out_of_range", N_("Give the number of sheets, at least 1."))
    terms.finish_open(kind="admin_case", subject_id=row.id, on=day, by=by)
    run(row, "admin_case_return", day, by)
    step.save(to=CaseStatus.RECEIVED, received_on=day, sheets=sheets, due_on=row.due_on)
    step.journal(sheets=sheets)
    return row


@implements("O.8.2", "O.8.d5")
@transaction.atomic
def hand_back(*, case_id: UUID, version: int, returned_on: date, by: Actor, on: date) -> OffenceCase:
    """Record that the file went back to whoever conducts the case. Raises Conflict before it was checked."""
    row = locked(case_id, by=by, on=on)
    step = CASES.rule(row, FILE, case_subject(row, by, on), by=by, on=on, to=row.status)
    if row.returned_on is not None:
        raise AlreadyDone()
    change.expect(row, version)
    if row.checked_on is None or row.received_on is None:
        raise Conflict(
            "no_file", N_("No file of this case is here to be returned, or it is not checked yet.")
        )
    day = within("returned_on", returned_on, earliest=row.received_on, latest=on)
    end(row, "admin_case_return", day, by)
    step.save(returned_on=day, due_on=row.due_on)
    step.journal(returned_on=day)
    return row


def locked(case_id: UUID, *, by: Actor, on: date) -> OffenceCase:
    """The case within the scope, locked. Raises NotFound, also for whom its matter complains of."""
    rows = OffenceCase.objects.select_related("office", "body", "matter")
    return change.locked(barred.without(rows, by.person_id, "admin_case"), case_id, by=by, on=on)


def begun(named: Named, status: CaseStatus, by: Actor, on: date) -> OffenceCase:
    """A case of the actor's office, not saved yet. Raises InvalidInput."""
    office = office_by_id(by.office_id)
    row = OffenceCase(office=office, region_id=office.region_id, status=status, begun_on=on, body=named.body)
    row.article = text("article", named.article, 200, multiline=False)
    row.case_number = text("case_number", named.case_number, 60, multiline=False, required=False)
    row.kato, row.sphere = named.kato or None, named.sphere or None
    row.matter = open_matter(named.matter_id, row, by)
    row.year = on.year
    return row


def insert(row: OffenceCase, on: date) -> None:
    """Save a new case with its number. Raises InvalidInput where it is under supervision already."""
    row.number, row.number_text = change.number(row.office, on, "admin_case")
    with refused_by(TWICE):
        row.save(force_insert=True)


def open_matter(matter_id: UUID | None, row: OffenceCase, by: Actor) -> Matter | None:
    """An open matter of the direction that the case's own office works on, and that does not complain of the
    actor; None where none is named. Raises InvalidInput.
    """
    if matter_id is None:
        return None
    rows = barred.without(Matter.objects.filter(status__in=AT_WORK), by.person_id, "matter")
    matter = rows.filter(id=matter_id, holder=row.office_id, direction="admin_offences").first()
    if matter is None:
        raise InvalidInput.of(
            "matter", "not_of_direction", N_("Choose a matter of this direction that your office works on.")
        )
    return matter


def run(row: OffenceCase, rule: str, on: date, by: Actor) -> None:
    """Start the term of the rule on the case, and let the case show its last day."""
    owner = terms.Owner("admin_case", row.id, row.office_id, row.region_id)
    row.due_on = terms.start(owner=owner, rule=rule, on=on, by=by).due_on


def end(row: OffenceCase, rule: str, on: date, by: Actor) -> None:
    """End the term of the rule where it runs, and let the case show the last day of what still runs."""
    running = terms.open_term("admin_case", row.id, rule)
    if running is not None:
        terms.finish(term=running, on=max(on, running.started_on), by=by)
    left = terms.open_term("admin_case", row.id)
    row.due_on = left.due_on if left is not None else None
