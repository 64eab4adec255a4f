"""Consent to an action that limits rights: asked by the body, granted or refused with reasons (O.8.1)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, FieldError
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import deaths, terms
from qadaga.matters.dates import choice
from qadaga.supervision.pretrial.choices import Measure, SanctionStatus
from qadaga.supervision.pretrial.models import Case, Party, Sanction
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.services.people import end_alarms
from qadaga.supervision.pretrial.subject import KEEP, SANCTION, SANCTIONS

CUSTODY = "pretrial_custody"
TAKEN = {
    "sanction_asked_once": FieldError(
        "measure", "taken", N_("The same is asked already and waits. Decide that.")
    )
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the body asks consent to, about whom (nobody: about a thing or a place), who asks and why."""

    measure: str
    asked_on: date
    asked_by: str
    why: str
    party_id: UUID | None = None


@implements("O.8.1")
@transaction.atomic
def ask(*, case_id: UUID, version: int, asked: Asked, by: Actor, on: date) -> Sanction:
    """Register what the investigating body asks consent to. Raises InvalidInput where the same waits."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    base.refuse_ended(case)
    party = base.row_of(case, Party, asked.party_id, "party") if asked.party_id else None
    row = Sanction(party=party, status=SanctionStatus.ASKED)
    row.measure = choice("measure", asked.measure, Measure.values)
    base.asked(step, row, asked, TAKEN)
    step.journal(sanction=row.id, measure=row.measure)
    return row


@implements("O.8.1", "L.3.2")
@transaction.atomic
def decide(
    *, case_id: UUID, version: int, sanction_id: UUID, grant: bool, said: base.Reasoned, by: Actor, on: date
) -> Sanction:
    """Give the consent or refuse it, by a paper in the own name; consented custody starts its term.

    Raises AlreadyDone, NotPermitted (a grant against the dead, or after the term of the investigation).
    """
    case = base.lock(case_id, version, by=by, on=on)
    waiting = base.found(case, Sanction, sanction_id)
    marks = bars(case, waiting.party, on) if grant and waiting is not None else ()
    step = base.begin(case, SANCTION, by=by, on=on, ground="code_names_it", marks=marks)
    row = base.there(waiting, "sanction")
    if row.status != SanctionStatus.ASKED:
        raise AlreadyDone()
    to = SANCTIONS.move(row.status, SANCTION, "granted" if grant else "refused")
    decision = f"{row.get_measure_display()}: {SanctionStatus(to).label}"
    columns = base.sign(step, said, "sanction", decision)
    base.write(row, status=to, **columns)
    if grant and row.measure == Measure.ARREST and row.party is not None:
        _keep(case, row.party, by, on)
    step.save(to=case.status)
    with journal.gathered():
        end_alarms(case, SANCTION, by, clock.now())
        step.journal(sanction=row.id, granted=grant, number=row.number, sha256=row.sha256)
    return row


def bars(case: Case, party: Party | None, on: date) -> tuple[str, ...]:
    """What bars a grant: the person has died, the term of the investigation has run out."""
    dead = (deaths.MARK,) if party is not None and base.dead(party) else ()
    late = ("term_over",) if case.due_on is not None and case.due_on < on else ()
    return (*dead, *late)


def _keep(case: Case, party: Party, by: Actor, on: date) -> None:
    if party.detained_at is None or party.released_at is not None:
        party.detained_at, party.released_at = clock.now(), None
    term = terms.open_term("case_party", party.id, CUSTODY) or terms.start(
        owner=base.owner(case, "case_party", party.id), rule=CUSTODY, on=on, by=by
    )
    party.custody_since, party.due_on = on, term.due_on
    party.save(update_fields=["detained_at", "released_at", "custody_since", "due_on"])
