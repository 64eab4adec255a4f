"""What every service of the direction does first: find in scope and lock, rule."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters import change
from qadaga.matters.step import Step
from qadaga.offices.kato import units
from qadaga.supervision.enforcement.models import Bailiff, Writ
from qadaga.supervision.enforcement.subject import BAILIFFS, WRITS, bailiff_subject, writ_subject


def bailiff(bailiff_id: UUID, power: str, version: int | None, *, by: Actor, on: date) -> Step[Bailiff]:
    """The power on the bailiff within the scope, locked. Raises NotFound, Stale, NotPermitted."""
    row = change.locked(Bailiff.objects.select_related("office"), bailiff_id, by=by, on=on)
    if version is not None:
        change.expect(row, version)
    return BAILIFFS.ask(row, power, bailiff_subject(row, by, on), by=by, on=on)


def writ(
    writ_id: UUID, power: str, version: int | None, *, by: Actor, on: date, ground: str | None = None
) -> Step[Writ]:
    """The power on the writ within the scope, locked. Raises NotFound, Stale, NotPermitted."""
    rows = Writ.objects.select_related("office", "bailiff", "matter__holder")
    row = change.locked(rows, writ_id, by=by, on=on)
    if version is not None:
        change.expect(row, version)
    return WRITS.ask(row, power, writ_subject(row, by, on), by=by, on=on, ground=ground)


def kato_unit(code: str) -> str:
    """A KATO code there is. Raises InvalidInput."""
    if code not in units():
        raise InvalidInput.of("kato", "unknown", N_("There is no such KATO unit. Choose one from the list."))
    return code


def working(bailiff_id: UUID, field: str, *, office_id: UUID, region_id: UUID, kind: str = "") -> Bailiff:
    """A bailiff of the office's or its region's register who works; of that kind, if one is named.

    Held to the end of the transaction: nobody ends the bailiff while a writ is on its way to them. Raises
    InvalidInput on the field.
    """
    rows = Bailiff.objects.filter(Q(office=office_id) | Q(region=region_id), id=bailiff_id, status="working")
    found = rows.select_for_update(no_key=True).first()
    if found is None:
        raise InvalidInput.of(field, "unknown", N_("Choose a bailiff of the register who works."))
    if kind and found.kind != kind:
        raise InvalidInput.of(
            field, "wrong_kind", N_("A writ is handed over to a state bailiff only (L.3.5). Choose one.")
        )
    return found
