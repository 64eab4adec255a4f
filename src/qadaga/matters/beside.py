"""Offices that are competent beside each other: who holds a matter already, who has to be told (L.1.9)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from qadaga.authority import standing as held
from qadaga.authority.actor import Actor
from qadaga.common.ids import new_id
from qadaga.law.coverage import implements
from qadaga.law.jurisdiction import Place, to_tell
from qadaga.law.model import Subject
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Body, Matter, OfficeTold
from qadaga.offices.models import Office, OfficeTerritory
from qadaga.offices.selectors import offices_open, standing


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
    """Note every other office that is competent in the matter's place and sphere: it has to be told.

    In the general sphere, and where no place is named, nobody is competent beside.
    """
    if not matter.sphere or not matter.kato:
        return []
    about = Subject(kind="matter", territory=matter.kato, sphere=matter.sphere)
    near = {office.code: office for office in _near(matter.kato, on)}
    codes = to_tell(_places(near.values(), on), about, matter.office.code)
    return OfficeTold.objects.bulk_create(
        OfficeTold(id=new_id(), matter=matter, office=near[code], raised_on=on) for code in codes
    )


def _near(kato: str, on: date) -> list[Office]:
    """Offices that hold the place, by its own code or one above it."""
    codes = [kato, *(kato[:digits] + "0" * (9 - digits) for digits in (2, 4, 6))]
    dated = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    holding = OfficeTerritory.objects.filter(dated, kato__in=codes).values("office")
    return list(offices_open(on).filter(id__in=holding))


def _places(offices: Iterable[Office], on: date) -> list[Place]:
    found = ((office, standing(office.id, on)) for office in offices)
    return [Place(office.code, office.level, at.path, at.spheres, at.kato) for office, at in found]
