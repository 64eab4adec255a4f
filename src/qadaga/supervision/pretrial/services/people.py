"""People of a case: who they are, when they were detained, released, or died (L.3.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.authority.alarms.declared import raises
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, FieldError
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import dying, terms
from qadaga.matters.dates import choice, happened
from qadaga.matters.dying import Death
from qadaga.matters.models import Term
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.pretrial.choices import AGAINST, Role
from qadaga.supervision.pretrial.models import Case, Party
from qadaga.supervision.pretrial.services import base
from qadaga.supervision.pretrial.subject import KEEP

DETENTION = "duty.check_detention"
TAKEN = {"party_once": FieldError("iin", "taken", N_("A person with this IIN is in the case already."))}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in the case; the IIN where it is known."""

    role: str
    name: str
    iin: str = ""
    minor: bool = False


@implements("L.3.2")
@transaction.atomic
def add_party(*, case_id: UUID, version: int, named: Named, by: Actor, on: date) -> Party:
    """Enter somebody of the case. Raises InvalidInput where the IIN is in the case already."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = Party(case=case, role=choice("role", named.role, Role.values), minor=named.minor)
    row.name = text("name", named.name, 300, multiline=False)
    row.iin = parse_iin(named.iin).value if named.iin else None
    with refused_by(TAKEN):
        row.save(force_insert=True)
    step.save(to=case.status)
    step.journal(party=row.id, role=row.role)
    return row


@implements("L.3.2", "O.8.d6")
@raises(DETENTION)
@transaction.atomic
def detain(
    *, case_id: UUID, version: int, party_id: UUID, detained_at: datetime, by: Actor, on: date
) -> Party:
    """Record a detention: the clock of its check runs from that minute, everybody above hears it."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    base.refuse_ended(case)
    row = base.row_of(case, Party, party_id, "party")
    if row.detained_at is not None and row.released_at is None:
        raise AlreadyDone()
    if base.dead(row) or row.role not in AGAINST:
        raise Conflict("not_detainable", N_("Only a living suspect or accused is detained in a case."))
    row.detained_at, row.released_at = happened("detained_at", detained_at), None
    row.save(update_fields=["detained_at", "released_at"])
    step.save(to=case.status)
    with journal.gathered():
        subject = ("investigation", case.id)
        alarms.begin(DETENTION, subject=subject, office=case.office, at=row.detained_at, by=by)
        step.journal(party=row.id, detained_at=row.detained_at.isoformat())
    return row


@implements("L.3.2", "O.8.d6")
@transaction.atomic
def release(
    *, case_id: UUID, version: int, party_id: UUID, released_at: datetime, by: Actor, on: date
) -> Party:
    """Record that somebody held in the case is free; the term of custody and the clock end."""
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = base.row_of(case, Party, party_id, "party")
    if row.detained_at is None:
        raise Conflict("not_detained", N_("This person is not held in the case."))
    if row.released_at is not None:
        raise AlreadyDone()
    row.released_at = happened("released_at", released_at, earliest=row.detained_at)
    row.due_on = None
    row.save(update_fields=["released_at", "due_on"])
    terms.finish_open(kind="case_party", subject_id=row.id, on=on, by=by)
    step.save(to=case.status)
    with journal.gathered():
        end_alarms(case, KEEP, by, row.released_at)
        step.journal(party=row.id, released_at=row.released_at.isoformat())
    return row


@implements("L.3.2")
@transaction.atomic
def record_death(*, case_id: UUID, version: int, party_id: UUID, death: Death, by: Actor, on: date) -> Party:
    """Record that somebody of the case died, and by which paper that is known: nothing more is decided
    against them, their custody is over.

    Raises AlreadyDone, InvalidInput, NotPermitted.
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, KEEP, by=by, on=on)
    row = base.row_of(case, Party, party_id, "party")
    if row.died_on is not None:
        raise AlreadyDone()
    dying.note(row, death, on=on)
    row.due_on = None
    row.save(update_fields=[*dying.NOTED, "due_on"])
    terms.finish_open(kind="case_party", subject_id=row.id, on=on, by=by)
    step.save(to=case.status)
    with journal.gathered():
        end_alarms(case, KEEP, by, clock.now())
        step.journal(party=row.id, died_on=row.died_on)
    return row


@implements("L.3.2", "O.8.d6")
@raises(DETENTION)
@transaction.atomic
def correct_death(*, case_id: UUID, version: int, party_id: UUID, why: str, by: Actor, on: date) -> Party:
    """Take back a death that was recorded by mistake, also after the investigation ended: every direction
    knows the person as living again. Who was held then is held: the term of custody runs since its first day
    to its last one of before, or the clock of the detention since its minute.

    Raises Conflict where no death is recorded here, InvalidInput, NotPermitted (who does not lead).
    """
    case = base.lock(case_id, version, by=by, on=on)
    step = base.begin(case, "investigation.correct_death", by=by, on=on)
    row = base.row_of(case, Party, party_id, "party")
    was = dying.take_back(row, why, by=by, on=on)
    held = row.detained_at is not None and row.released_at is None
    if held and row.custody_since is not None:
        base.write(row, due_on=_custody_again(case, row, by, on))
    step.save(to=case.status)
    with journal.gathered():
        if held and row.custody_since is None and row.detained_at is not None:
            subject = ("investigation", case.id)
            alarms.begin(DETENTION, subject=subject, office=case.office, at=row.detained_at, by=by)
        step.journal(party=row.id, lives=True, was=was)
    return row


def _custody_again(case: Case, row: Party, by: Actor, on: date) -> date:
    """Start the custody's term again as it ran; its last day. What was prolonged is prolonged again."""
    assert row.custody_since is not None  # whoever calls has looked
    ended = Term.objects.filter(subject_kind="case_party", subject_id=row.id).order_by("-id")[0]
    made = base.owner(case, "case_party", row.id)
    term = terms.start(owner=made, rule=ended.rule, on=row.custody_since, by=by)
    if ended.due_on > max(term.due_on, on):
        terms.prolong(term=term, on=on, by=by, reason=row.revived_why or "", until=ended.due_on)
    return term.due_on


def held_in(case: Case) -> QuerySet[Party]:
    """The living who are held in the case."""
    return Party.objects.filter(
        case=case, detained_at__isnull=False, released_at__isnull=True, died_on__isnull=True
    )


def end_alarms(case: Case, power: str, by: Actor, at: datetime) -> None:
    """End the clock of a detention that nobody of the case waits under any more."""
    waiting = held_in(case).filter(custody_since__isnull=True)
    if not waiting.exists():
        alarms.fulfil(subject=("investigation", case.id), power=power, by=by, at=at)
