"""Offices merged into another, or closed: everything they had passes on in one act (O.1, O.5, L.1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal.services import gathered
from qadaga.law.coverage import implements
from qadaga.offices import selectors
from qadaga.offices.models import Office, OfficeSuccession, OfficeTerritory, Subordination
from qadaga.organisation import office_checks, offices, subjects
from qadaga.organisation.by_order import Ground, ground
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.office_input import OfficeInput
from qadaga.organisation.refusals import locked, refused_by
from qadaga.organisation.restructuring import handovers, merge_checks, merge_people, planning, regions
from qadaga.organisation.restructuring.models import Handover
from qadaga.organisation.restructuring.plan import Merger
from qadaga.organisation.succession import close
from qadaga.organisation.units import following


@implements("O.5", "O.1", "L.1.4")
@transaction.atomic
def merge(*, by: Actor, on: date, merger: Merger) -> Office:
    """Merge the offices into one that exists or is created by it; the successor.

    From the day: their territory is the successor's, their people serve in it or leave, their units are
    joined to those of the same name and kind there or opened anew, with the people in them; their open
    matters are its own, their registers are read and carried on by it. On the day itself the clockwork hands
    the work over; where the day is today, it is done at once. Raises InvalidInput, NotPermitted, NotFound.
    """
    standing.move({*merger.offices, by.office_id})
    closing = [locked(Office, office_id) for office_id in sorted(set(merger.offices))]
    done = [exercise(by, "office.close", subjects.of_office(office, on), on) for office in closing]
    done = done or [exercise(by, "office.close", None, on)]
    merge_checks.day(merger.starts_on, on)
    merge_checks.closing(closing, merger.starts_on)
    order = ground(merger.order_id, merger.ground, office=closing[0], on=on)
    merger = replace(merger, ground=order.text)
    watched = [*closing, *_existing(merger)]
    with gathered(), planning.kept("office.merge", watched, merger.starts_on, done[0], order.text) as look:
        into = _successor(merger, by, on)
        look.offices.add(into.id)
        _carry_out(merger, closing, into, done, order)
    return into


def _carry_out(
    merger: Merger, closing: Sequence[Office], into: Office, done: Sequence[Exercise], order: Ground
) -> None:
    merge_checks.successor(closing, into, merger.starts_on)
    held = merge_people.serving(closing, merger.starts_on)
    merge_checks.everybody_placed(held, merger, into)
    _pass_territory(closing, into, merger.starts_on, merger.ground)
    _close(closing, into, merger.starts_on, merger.ground)
    units = following.carry(closing, into, merger.starts_on, merger.ground, done[0])
    merge_people.pass_on(held, into, merger, units, done[0])
    entered = [_enter(office, into, merger, done[0]) for office in closing]
    for office, exercised in zip(closing, done, strict=True):
        order.note("office.close", office, merger.starts_on, exercised)
        _record(office, into, merger.starts_on, exercised)
    if merger.starts_on <= done[0].on:
        regions.follow(done[0].on)
        for handover in entered:
            handovers.carry_out(handover, done[0].on)


def _existing(merger: Merger) -> Sequence[Office]:
    """The office that follows, where it exists already."""
    return [] if isinstance(merger.into, OfficeInput) else list(Office.objects.filter(code=merger.into))


def _successor(merger: Merger, by: Actor, on: date) -> Office:
    if isinstance(merger.into, OfficeInput):
        return offices.enter(
            by=by, on=on, office=replace(merger.into, ground=merger.ground, order_id=merger.order_id)
        )
    if not merger.into:
        raise InvalidInput.of("into", "required", N_("Name the office that follows, or give a new one."))
    return locked(Office, selectors.office_by_code(merger.into).id)


def _pass_territory(closing: Sequence[Office], into: Office, starts_on: date, text: str) -> None:
    rows = [row for office in closing for row in office.territories.on(starts_on)]
    held = set(into.territories.on(starts_on).values_list("kato", flat=True))
    general = not office_checks.is_specialised(into.kind)
    close(rows, starts_on)
    with refused_by(offices.REFUSALS):
        OfficeTerritory.objects.bulk_create(
            OfficeTerritory(office=into, kato=kato, general=general, starts_on=starts_on, ground=text)
            for kato in sorted({row.kato for row in rows} - held)
        )


def _close(closing: Sequence[Office], into: Office, starts_on: date, text: str) -> None:
    """What closes hangs under its successor from then on: whoever stands above that stands above this."""
    for office in closing:
        close(office.subordinations.on(starts_on), starts_on)
        close(office.spheres.on(starts_on), starts_on)
        Subordination.objects.create(office=office, parent=into, starts_on=starts_on, ground=text)
        _follow(office, into, starts_on, text)
        office.closed_on = starts_on
        office.version += 1
        office.save(update_fields=["closed_on", "version"])


def _follow(office: Office, into: Office, starts_on: date, text: str) -> None:
    earlier = OfficeSuccession.objects.filter(successor=office).values_list("office_id", flat=True)
    OfficeSuccession.objects.bulk_create(
        OfficeSuccession(office_id=before, successor=into, starts_on=starts_on, ground=text)
        for before in (*_apart(earlier, into), office.id)
    )


def _apart(earlier: Iterable[UUID], into: Office) -> list[UUID]:
    known = set(OfficeSuccession.objects.filter(successor=into).values_list("office_id", flat=True))
    return [before for before in earlier if before not in known]


def _enter(office: Office, into: Office, merger: Merger, done: Exercise) -> Handover:
    return Handover.objects.create(
        kind="succession",
        office=office,
        to_office=into,
        starts_on=merger.starts_on,
        decided_on=done.on,
        decided_by_id=done.by.appointment_id,
        ground=merger.ground,
    )


def _record(office: Office, into: Office, starts_on: date, done: Exercise) -> None:
    data = {"code": office.code, "into": into.code, "starts_on": starts_on}
    done.record("office.close", office.id, ("office", office.id), data)
