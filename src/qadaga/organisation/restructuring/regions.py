"""Which region every office belongs to on a day, and the hand-over of its rows where that changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.offices.models import Office, Subordination
from qadaga.organisation.restructuring.models import Handover


@transaction.atomic
def follow(on: date) -> list[Office]:
    """Take over the line of the day into today's columns; the offices whose region became another.

    The rows of each of these are to be rewritten: a hand-over is entered for it.
    """
    # Asked every minute: nothing is locked until something is found behind.
    if not _behind({office.id: office for office in Office.objects.all()}, on):
        return []
    offices = {office.id: office for office in Office.objects.select_for_update().order_by("id")}
    stored = {office.id: office.region_id for office in offices.values()}
    changed = _behind(offices, on)
    Office.objects.bulk_update(changed, ["parent", "region"])
    moved = [office for office in changed if stored[office.id] != office.region_id]
    for office in moved:
        _enter(office, on)
    return moved


def _behind(offices: Mapping[UUID, Office], on: date) -> list[Office]:
    lines = dict(Subordination.objects.on(on).values_list("office_id", "parent_id"))
    return [office for office in offices.values() if _take_over(office, offices, lines)]


def region_of(office_id: UUID, offices: Mapping[UUID, Office], lines: Mapping[UUID, UUID]) -> UUID:
    """The level-2 office above, or the office itself where there is none above (L.1.4)."""
    above = lines.get(office_id)
    if above is None:
        return office_id
    region = region_of(above, offices, lines)
    return region if offices[region].level == 2 else office_id


def _take_over(office: Office, offices: Mapping[UUID, Office], lines: Mapping[UUID, UUID]) -> bool:
    parent, before = lines.get(office.id), (office.parent_id, office.region_id)
    if parent is None and office.kind != "general":
        return False  # not begun yet: its line stands in its row until its day
    office.parent_id, office.region_id = parent, region_of(office.id, offices, lines)
    return before != (office.parent_id, office.region_id)


def _enter(office: Office, on: date) -> None:
    # One that is under way goes on with the newest aim: its rows know themselves where they are.
    Handover.objects.update_or_create(
        office=office,
        kind="region",
        finished_at=None,
        defaults={"to_office_id": office.region_id, "starts_on": on, "decided_on": on},
    )
