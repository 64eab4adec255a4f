"""The prosecutor's own resolution that releases, or cancels a penalty or reward, and its outcome (O.8.d6)."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.authority.alarms import services as alarms
from qadaga.authority.signing import signer_of
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.matters import change, dates
from qadaga.matters import services as matters
from qadaga.matters.choices import ProtectedKind, ProtectedSource, RightHurt
from qadaga.matters.dates import choice
from qadaga.matters.models import Matter
from qadaga.matters.of_direction import AT_WORK
from qadaga.matters.services.base import text
from qadaga.matters.step import Step
from qadaga.matters.subject import subject_of
from qadaga.supervision.custody import paper
from qadaga.supervision.custody.choices import ENDED_BY, HeldStatus, Wrong
from qadaga.supervision.custody.models import HeldPerson, Resolution
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.services.finding import CHECK, open_matter
from qadaga.supervision.custody.subject import held_subject


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the resolution says: the norm broken and the reasons, in the language of the paper."""

    norm: str
    reasons: str
    language: str = Language.RU


@dataclass(frozen=True, slots=True)
class Carried:
    """Who of the administration carried it out, when to the minute, how the person was told."""

    freed_at: datetime
    carried_by: str
    told_how: str


@implements("O.8.d6", "L.3.6")
def resolve(*, held_id: UUID, version: int, resolved: Resolved, by: Actor, on: date) -> HeldPerson:
    """Issue the resolution in the actor's own name: number, frozen paper, the ruling kept; the clock ends.

    Raises AlreadyDone (409) where somebody has issued it, whoever clicked first; NotPermitted, also where the
    person has died.
    """
    with transaction.atomic():
        signer = signer_of(by)
        row = base.held(held_id, by=by, on=on)
        if row.status not in (HeldStatus.FOUND, HeldStatus.DIED):
            raise AlreadyDone()
        change.expect(row, version)
        power, ground = ENDED_BY[Wrong(row.wrong)]
        step = base.HELDS.ask(row, power, held_subject(row, by, on, power=power), by=by, on=on, ground=ground)
        made = Resolution(held=row, power=power, ground=ground, signer=signer, signed_at=clock.now())
        made.language = choice("language", resolved.language, Language.values)
        made.norm = text("norm", resolved.norm, 500, multiline=False)
        made.reasons = text("reasons", resolved.reasons, 8000)
        _freeze(step, made)
        with journal.gathered():
            alarms.fulfil(subject=("held_person", row.id), power=power, by=by, at=made.signed_at)
            step.journal(number=made.number, sha256=made.sha256)
        return row


@implements("O.8.d6", "L.1.3")
def record_carried_out(*, held_id: UUID, version: int, carried: Carried, by: Actor, on: date) -> HeldPerson:
    """Record that the resolution was carried out, by whom, to the minute, and how the person was told.

    Where a matter is known and the actor may, the person is counted among those it protected.
    """
    with transaction.atomic():
        row = base.held(held_id, by=by, on=on)
        step = base.HELDS.ask(row, CHECK, held_subject(row, by, on), by=by, on=on)
        if row.status == HeldStatus.FOUND:
            raise Conflict("no_resolution", N_("No resolution has been issued yet. Issue it first."))
        if row.status != HeldStatus.RESOLVED:
            raise AlreadyDone()
        change.expect(row, version)
        made = row.resolution
        made.freed_at = dates.happened("freed_at", carried.freed_at, earliest=made.signed_at)
        made.carried_by = text("carried_by", carried.carried_by, 300, multiline=False)
        made.told_how = text("told_how", carried.told_how, 200, multiline=False)
        made.recorded_by_id = by.appointment_id
        made.save(update_fields=["freed_at", "carried_by", "told_how", "recorded_by"])
        step.save(to=HeldStatus.CARRIED_OUT)
        with journal.gathered():
            step.journal(freed_at=made.freed_at.isoformat())
            if row.matter is not None and _may_count(row.matter, by, on):
                _count(row, row.matter, by, on)
        return row


@implements("L.1.3")
def count(*, held_id: UUID, version: int, matter_id: UUID, by: Actor, on: date) -> HeldPerson:
    """Count the person among those a matter of the direction protected (L.1.3). Raises AlreadyDone."""
    with transaction.atomic():
        row = base.held(held_id, by=by, on=on)
        base.HELDS.ask(row, CHECK, held_subject(row, by, on), by=by, on=on)
        if row.protected_id is not None:
            raise AlreadyDone()
        change.expect(row, version)
        if row.status != HeldStatus.CARRIED_OUT:
            raise Conflict("not_carried_out", N_("Record first that the resolution was carried out."))
        matter = open_matter(matter_id, row.place, by)
        assert matter is not None  # an id was given, and an unknown one is refused
        with journal.gathered():
            _count(row, matter, by, on)
        return row


def _freeze(step: Step[HeldPerson], made: Resolution) -> None:
    row, on, office = step.row, step.on, step.row.office
    made.office, made.year = office, on.year
    made.number, made.number_text = change.number(office, on, "resolution")
    stored = store(BytesIO(paper.pdf(row, made)), f"resolution-{on.year}-{made.number}.pdf", by=step.by)
    made.pdf, made.sha256 = stored, stored.sha256
    made.edition, made.ruling = step.ruling.edition, step.stored_ruling()
    made.norms = sorted({citation.clause for citation in step.ruling.citations})
    made.save(force_insert=True)
    step.save()


def _may_count(matter: Matter, by: Actor, on: date) -> bool:
    if matter.status not in AT_WORK:
        return False  # it was closed meanwhile, or waits: the person is counted by hand
    subject = subject_of(matter, by, on)
    return authority.may(by, "matter.record_protected", subject, on=on).allowed


def _count(row: HeldPerson, matter: Matter, by: Actor, on: date) -> None:
    made = row.resolution
    assert made.freed_at is not None  # the table lets only what was carried out be counted
    freed_on = clock.local(made.freed_at).date()
    protected = matters.Protected(
        kind=ProtectedKind.MINOR if row.minor else ProtectedKind.ADULT,
        name=row.name,
        iin=row.iin or "",
        restored=made.reasons[:4000],
        restored_on=freed_on,
        told_on=freed_on,
        told_how=made.told_how or "",
        right=RightHurt.LIBERTY,
        hurt_by=row.place.body,
        source=ProtectedSource.CUSTODY,
    )
    counted = matters.record_protected(
        matter_id=matter.id, version=matter.version, protected=protected, by=by, on=on
    )
    row.matter, row.protected, row.version = matter, counted, row.version + 1
    row.save(update_fields=["matter", "protected", "version"])
