"""A complaint about the head of an office is considered by the office above, never by the office itself."""

from datetime import date
from uuid import UUID

from qadaga.appeals.entry import AppealEntry
from qadaga.appeals.kinds import Status
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.appeals.services import clocks
from qadaga.appeals.services.base import COURSE
from qadaga.appeals.subject import subject_of
from qadaga.authority.actor import Actor
from qadaga.common.i18n import N_
from qadaga.common.sortkeys import sort_key
from qadaga.law.model import Ruling
from qadaga.matters.services import must_go_above
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id
from qadaga.staff.selectors import people_of

POWER = "appeal.forward"
OWN_HEAD = N_("The appeal complains of the head of the office, so the office above considers it.")
CHALLENGED = N_("The appeal challenges what this office answered, so the office above considers it.")
FORWARDED = str(Status.FORWARDED)


def office_above_if_head(entry: AppealEntry, *, by: Actor, on: date) -> Office | None:
    """The office above, when the entry complains of whoever leads the actor's office (O.12, O.14.2).

    A free name counts when it is the leader's. None where nobody stands above.
    """
    if not (entry.official_id or entry.official_name):
        return None
    people = (
        [entry.official_id] if entry.official_id else _leaders_named(entry.official_name, by.office_id, on)
    )
    if not must_go_above(office_id=by.office_id, person_ids=people, on=on):
        return None
    return office_by_id(by.office_id).parent


def _leaders_named(name: str, office_id: UUID, on: date) -> list[UUID]:
    key = sort_key(name)
    return [one.person_id for one in people_of(office_id, on) if one.person.sort_key == key]


def pass_up(
    appeal: Appeal, above: Office, *, by: Actor, on: date, ruling: Ruling, reason: str = OWN_HEAD
) -> Forwarding:
    """Forward a fresh registration to the office above, under control (L.1.1), as a part of registering it.

    No power of its own is exercised: it follows from the registration, whose ruling is recorded.
    """
    step = COURSE.ruled(appeal, POWER, subject_of(appeal, by, on), ruling, by=by, on=on, to=FORWARDED)
    forwarding = Forwarding(
        appeal=appeal,
        to_office=above,
        reason=reason,
        automatic=True,
        forwarded_by_id=by.appointment_id,
        forwarded_on=on,
    )
    forwarding.control_due_on = clocks.start_control(forwarding, by=by, on=on)
    forwarding.save(force_insert=True)
    clocks.finish_consideration(appeal, by=by, on=on)
    step.save(due_on=forwarding.control_due_on)
    step.journal(forwarding=forwarding.id, to_office=above.id, automatic=True)
    return forwarding
