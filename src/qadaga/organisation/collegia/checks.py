"""What a change of a collegium must agree with: the office, its life, who may sit there (L.1.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.offices.models import Office
from qadaga.offices.selectors import path
from qadaga.organisation.collegia.models import Collegium, CollegiumMember
from qadaga.staff.models import Appointment

MOST = 60


def standing(office: Office, on: date) -> Collegium:
    """The collegium that has not ended on the day, locked. Raises Conflict where there is none."""
    row = Collegium.objects.select_for_update().filter(office=office).overlapping(on, None).first()
    if row is None:
        raise Conflict("no_collegium", N_("The office has no collegium. Form it by an order first."))
    return row


def seat_of(collegium: Collegium, member_id: int) -> CollegiumMember:
    """The seat that has no end yet; NotFound for any other."""
    rows = CollegiumMember.objects.select_for_update(of=("self",)).select_related("appointment")
    row = rows.filter(collegium=collegium, id=member_id, ends_on__isnull=True).first()
    if row is None:
        raise NotFound()
    return row


def people(
    office: Office, ids: Collection[UUID], starts_on: date, field: str = "members"
) -> list[Appointment]:
    """The appointments of those to be seated: of the office or an office below it, in force on the day.

    Raises InvalidInput on the field.
    """
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        raise InvalidInput.of(field, "required", N_("Name at least one member."))
    if len(wanted) > MOST:
        raise InvalidInput.of(field, "too_many", N_("A collegium has at most %(most)s members."), most=MOST)
    found = {
        row.id: row for row in Appointment.objects.filter(id__in=wanted).select_related("office", "person")
    }
    if len(found) < len(wanted):
        raise InvalidInput.of(field, "unknown", N_("There is no such person. Choose from the list."))
    _serve(office, found.values(), starts_on, field)
    return [found[one] for one in wanted]


def _serve(office: Office, rows: Iterable[Appointment], starts_on: date, field: str) -> None:
    for row in rows:
        if not row.holds(starts_on):
            message = N_("%(name)s does not hold that post on the day the seat begins.")
            raise InvalidInput.of(field, "no_post", message, name=row.person.name)
        if row.office_id != office.id and office.code not in path(row.office, starts_on):
            message = N_("%(name)s serves neither in this office nor in one below it.")
            raise InvalidInput.of(field, "elsewhere", message, name=row.person.name)
