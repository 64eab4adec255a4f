"""What every service of the index does first: find in scope and lock, or begin a row of the own office."""

from datetime import date
from uuid import UUID

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.matters import change
from qadaga.matters.dates import choice
from qadaga.matters.terms import Owner
from qadaga.offices.selectors import office_by_id
from qadaga.supervision.covert.choices import CheckKind, Entitled
from qadaga.supervision.covert.models import CovertCheck
from qadaga.supervision.covert.services.content import number
from qadaga.supervision.covert.services.shapes import Indexed
from qadaga.supervision.covert.subject import READ, check_subject

_TWICE = FieldError(
    "register_number",
    "taken",
    N_("This case is in the index already: find it by its number and work there."),
)
TWICE = {"covert_open_once": _TWICE, "covert_checked_once": _TWICE}


def begun(indexed: Indexed, status: str, by: Actor, on: date) -> CovertCheck:
    """A row of the actor's office, not saved yet. Raises InvalidInput, NotPermitted outside the circle."""
    office = office_by_id(by.office_id)
    row = CovertCheck(office=office, region_id=office.region_id, status=status, begun_on=on)
    row.entered_by_id = by.appointment_id
    # Whoever is outside the circle is told so, not what a number has to look like.
    authority.require(by, READ, check_subject(row, by, on), on=on)
    problems = Problems()
    with problems.collect():
        row.body = choice("body", indexed.body, Entitled.values)
    with problems.collect():
        row.kind = choice("kind", indexed.kind, CheckKind.values)
    with problems.collect():
        row.register_number = number("register_number", indexed.register_number)
    with problems.collect():
        row.sphere = _sphere(indexed.sphere)
    problems.check()
    return row


def locked(check_id: UUID, version: int, *, by: Actor, on: date) -> CovertCheck:
    """The check within the scope, locked. Raises NotFound, Stale, NotPermitted outside the circle."""
    row = change.locked(CovertCheck.objects.select_related("office"), check_id, by=by, on=on)
    authority.require(by, READ, check_subject(row, by, on), on=on)
    change.expect(row, version)
    return row


def owner(row: CovertCheck) -> Owner:
    """Whose terms run on the check."""
    return Owner("operative_case", row.id, row.office_id, row.region_id)


def _sphere(code: str | None) -> str | None:
    if code and code not in catalogue.load().spheres:
        raise InvalidInput.of("sphere", "unknown", N_("Choose a sphere of the list, or none."))
    return code or None
