"""The clockwork's alarms: raised once, in the journal of the office above, and cleared when it is over."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.organisation.careers.models import Alarm
from qadaga.organisation.oversight import without_leader

NOBODY_LEADS = "nobody_leads"


@implements("O.15", "O.14.2", "L.1.2")
@transaction.atomic
def watch_leaders(on: date) -> tuple[int, int]:
    """Raise an alarm for each office that nobody leads, clear those that are led again: how many of each."""
    found = {office.id: office for office in without_leader(on).select_related("parent")}
    open_now = {row.office_id: row for row in Alarm.objects.select_for_update().filter(cleared_on=None)}
    raised = [office for key, office in found.items() if key not in open_now and office.parent_id]
    over = [row for key, row in open_now.items() if key not in found]
    for office in raised:
        Alarm.objects.create(kind=NOBODY_LEADS, office=office, raised_on=on)
    Alarm.objects.filter(id__in=[row.id for row in over]).update(cleared_on=on)
    # Chains are locked last and in one order, like everywhere.
    told = [(office, "alarm.raised") for office in raised] + [(row.office, "alarm.cleared") for row in over]
    for office, action in sorted(told, key=lambda pair: str(pair[0].parent_id)):
        _record(office, action, on)
    return len(raised), len(over)


def open_alarms(offices: set[UUID]) -> dict[UUID, Alarm]:
    """The alarms not over, by office."""
    return {row.office_id: row for row in Alarm.objects.filter(office__in=offices, cleared_on=None)}


def _record(office: Office, action: str, on: date) -> None:
    assert office.parent_id is not None  # the top has nobody above to be told
    journal.record(
        office_id=office.parent_id,
        action=action,
        subject_kind="office",
        subject_id=office.id,
        by=None,
        ruling=None,
        on=on,
        data={"alarm": NOBODY_LEADS},
    )
