"""Changes of the structure from a day on: a new office; another name, territory or sphere (O.5, L.1.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.offices import selectors
from qadaga.offices.models import Office, OfficeName, OfficeSphere, OfficeTerritory
from qadaga.offices.naming import Names
from qadaga.offices.structure import PlannedOffice
from qadaga.organisation import by_order, subjects, today
from qadaga.organisation import office_checks as checks
from qadaga.organisation.exercise import Exercise, exercise
from qadaga.organisation.office_input import OfficeInput
from qadaga.organisation.refusals import check_version, locked, refused_by
from qadaga.organisation.restructuring import planning
from qadaga.organisation.rows import OfficeRows
from qadaga.organisation.succession import close, succeed

REFUSALS = {
    "offices_office_code_key": FieldError(
        "code", "taken", N_("Another office has this code. Choose a code that is free.")
    ),
    "office_one_general_holder": FieldError(
        "kato",
        "held",
        N_(
            "Another territorial office holds one of these units in this period. Take it from that one first."
        ),
    ),
}


@implements("O.1", "L.1.4")
@transaction.atomic
def create(*, by: Actor, on: date, office: OfficeInput) -> Office:
    """Create an office under another. Raises InvalidInput, NotPermitted, NotFound (the office above)."""
    above = selectors.office_by_code(office.parent)
    done = exercise(by, "office.create", subjects.of_office(above, on), on)
    with planning.kept("office.create", (), office.starts_on, done, office.ground) as look:
        row = enter(by=by, on=on, office=office)
        look.offices.add(row.id)
    return row


def enter(*, by: Actor, on: date, office: OfficeInput) -> Office:
    """The same inside a larger change, which says itself how it is called off."""
    above = selectors.office_by_code(office.parent)
    done = exercise(by, "office.create", subjects.of_office(above, on), on)
    names = checks.names(office.names)
    checks.new_office(office, above)
    rows = OfficeRows({above.code: above})
    specialised = checks.is_specialised(office.kind)
    planned = PlannedOffice(
        code=office.code,
        kind=office.kind,
        names=names,
        parent=above.code,
        spheres=office.spheres,
        kato=office.kato,
        general=not specialised,
    )
    order = by_order.ground(office.order_id, office.ground, office=above, on=on)
    row = rows.add(planned, office.starts_on, order.text)
    with refused_by(REFUSALS):
        rows.save()
    order.note("office.create", row, office.starts_on, done)
    _record("office.create", row, done, {"kind": row.kind, "parent": above.code, "starts_on": row.opened_on})
    return row


@transaction.atomic
def rename(
    *,
    by: Actor,
    on: date,
    office_id: UUID,
    names: Names,
    starts_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Office:
    """Give the office another name from a day on. Raises InvalidInput, NotPermitted, Stale."""
    row, done = _begin(by, on, office_id, version)
    new = checks.names(names)
    fields = {"name_ru": new.ru, "name_kk": new.kk, "name_en": new.en, "kk_checked": new.kk_checked}
    order = by_order.ground(order_id, ground, office=row, on=on)
    with planning.kept("office.rename", [row], starts_on, done, order.text):
        succeed(OfficeName(office=row, starts_on=starts_on, ground=order.text, **fields), row.names)
    return _finish("office.rename", row, done, order, {"starts_on": starts_on})


@transaction.atomic
def set_territory(
    *,
    by: Actor,
    on: date,
    office_id: UUID,
    kato: Iterable[str],
    starts_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Office:
    """Say which KATO units the office is competent in from a day on.

    Raises InvalidInput, NotPermitted, Stale.
    """
    row, done = _begin(by, on, office_id, version)
    wanted = checks.kato(kato)
    held = {one.kato: one for one in row.territories.on(starts_on)}
    checks.no_later_change(row.territories, starts_on)
    checks.within_life(row, starts_on)
    general = not checks.is_specialised(row.kind)
    order = by_order.ground(order_id, ground, office=row, on=on)
    with planning.kept("office.territory", [row], starts_on, done, order.text), refused_by(REFUSALS):
        close((one for code, one in held.items() if code not in wanted), starts_on)
        OfficeTerritory.objects.bulk_create(
            OfficeTerritory(office=row, kato=code, general=general, starts_on=starts_on, ground=order.text)
            for code in sorted(wanted - held.keys())
        )
    return _finish("office.territory", row, done, order, {"starts_on": starts_on, "kato": sorted(wanted)})


@implements("L.1.9", "L.2.3")
@transaction.atomic
def set_spheres(
    *,
    by: Actor,
    on: date,
    office_id: UUID,
    spheres: Iterable[str],
    starts_on: date,
    ground: str = "",
    order_id: UUID | None = None,
    version: int | None = None,
) -> Office:
    """Confine the office to spheres from a day on (L.2.3). Raises InvalidInput, NotPermitted, Stale."""
    row, done = _begin(by, on, office_id, version)
    wanted = checks.spheres(spheres, row.kind)
    held = {one.sphere: one for one in row.spheres.on(starts_on)}
    checks.no_later_change(row.spheres, starts_on)
    checks.within_life(row, starts_on)
    order = by_order.ground(order_id, ground, office=row, on=on)
    with planning.kept("office.sphere", [row], starts_on, done, order.text):
        close((one for sphere, one in held.items() if sphere not in wanted), starts_on)
        OfficeSphere.objects.bulk_create(
            OfficeSphere(office=row, sphere=sphere, starts_on=starts_on, ground=order.text)
            for sphere in sorted(wanted - held.keys())
        )
    return _finish("office.sphere", row, done, order, {"starts_on": starts_on, "spheres": sorted(wanted)})


def _begin(by: Actor, on: date, office_id: UUID, version: int | None) -> tuple[Office, Exercise]:
    row = locked(Office, selectors.office_by_id(office_id).id)
    done = exercise(by, "office.edit", subjects.of_office(row, on), on)
    check_version(row, version)
    return row, done


def _finish(action: str, row: Office, done: Exercise, order: by_order.Ground, data: dict[str, Any]) -> Office:
    today.refresh(row, done.on)
    row.version += 1
    row.save()
    order.note(action, row, data["starts_on"], done)
    _record(action, row, done, data)
    return row


def _record(action: str, row: Office, done: Exercise, data: dict[str, Any]) -> None:
    done.record(action, row.id, ("office", row.id), {"code": row.code, "version": row.version, **data})
