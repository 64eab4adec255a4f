"""Offices that are competent beside each other: who holds a matter already, who has to be told (L.1.9)."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.authority import standing as held
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.ids import new_id
from qadaga.law.coverage import implements
from qadaga.law.jurisdiction import Place, to_tell
from qadaga.law.model import Subject
from qadaga.matters.choices import MatterStatus, ToldWay
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body, Matter, OfficeTold
from qadaga.matters.models.links import Told
from qadaga.offices.models import Office, OfficeTerritory
from qadaga.offices.selectors import offices_open, standing

T = TypeVar("T", bound=Told)


@implements("L.1.9")
def held_elsewhere(
    office: Office,
    path: tuple[str, ...],
    about: Subject,
    *,
    body: Body | None,
    repeats: UUID | None,
    by: Actor,
    on: date,
) -> bool:
    """Whether an office beside this one already holds an open matter about the same.

    The same is: the matter in which the appeal that is repeated is considered (`repeats`); or a matter about
    the same body, of the same direction, in the same specialised sphere. An office above or below holds
    nothing from this one: the higher one calls up, the lower one is decided over (L.1.2). Whoever asks has
    the body alone to the end of the transaction, so that of two openings at once one comes first.
    """
    same = Q(id=repeats) if repeats else Q()
    if body is not None and about.sphere:
        held.hold(by)
        Body.objects.select_for_update(no_key=True).get(pk=body.id)
        same |= Q(body=body.id, direction=about.direction, sphere=about.sphere)
    if not same:
        return False
    rows = Matter.objects.filter(same).exclude(Q(status=MatterStatus.CLOSED) | Q(holder=office))
    holders = {row.holder_id: row.holder for row in rows.select_related("holder")}
    return any(_beside(office, path, other, on) for other in holders.values())


def _beside(office: Office, path: tuple[str, ...], other: Office, on: date) -> bool:
    return other.code not in path and office.code not in standing(other.id, on).path


@implements("L.1.9")
def begin(matter: Matter, on: date) -> list[OfficeTold]:
    """Note every other office that is competent in the matter's place and sphere: it has to be told."""
    return OfficeTold.objects.bulk_create(
        OfficeTold(id=new_id(), matter=matter, office=office, raised_on=on)
        for office in competent_beside(matter, on, but=matter.office)
    )


@implements("L.1.9")
def competent_beside(matter: Matter, on: date, *, but: Office) -> list[Office]:
    """Every other office that is competent in the matter's place and sphere on the day.

    In the general sphere, and where no place is named, nobody is competent beside.
    """
    if not matter.sphere or not matter.kato:
        return []
    about = Subject(kind="matter", territory=matter.kato, sphere=matter.sphere)
    near = {office.code: office for office in _near(matter.kato, on)}
    return [near[code] for code in to_tell(_places(near.values(), on), about, but.code)]


@implements("L.1.9")
def tell(rows: "QuerySet[T]", office: str, *, told_on: date, way: str, by: Actor, on: date) -> T:
    """Put down when and how the office of that code was told, among the `rows` of one record.

    Raises InvalidInput on `office` for one that has not to be told, on `way` and `told_on`; AlreadyDone the
    second time.
    """
    choice("way", way, ToldWay.values)
    row = rows.filter(office__code=office).first()
    if row is None:
        raise InvalidInput.of(
            "office", "unknown", N_("This office need not be told. Choose one from the list.")
        )
    if row.told_on is not None:
        raise AlreadyDone
    row.told_on = within("told_on", told_on, earliest=row.raised_on, latest=on)
    row.told_way, row.told_by_id = way, by.appointment_id
    row.save(update_fields=["told_on", "told_way", "told_by"])
    return row


def _near(kato: str, on: date) -> list[Office]:
    """Offices that hold the place, by its own code or one above it."""
    codes = [kato, *(kato[:digits] + "0" * (9 - digits) for digits in (2, 4, 6))]
    dated = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    holding = OfficeTerritory.objects.filter(dated, kato__in=codes).values("office")
    return list(offices_open(on).filter(id__in=holding))


def _places(offices: Iterable[Office], on: date) -> list[Place]:
    found = ((office, standing(office.id, on)) for office in offices)
    return [Place(office.code, office.level, at.path, at.spheres, at.kato) for office, at in found]
