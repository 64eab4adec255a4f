"""Questions about the distribution of duties of an office on a day (O.14.1, O.14.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga.common.errors import NotFound
from qadaga.database.together import together
from qadaga.law import catalogue
from qadaga.offices import kato
from qadaga.offices.dated import in_force
from qadaga.staff.duties.models import Distribution, Duty, Replacement
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of


def distribution_on(office_id: UUID, on: date) -> Distribution | None:
    """The distribution in force in the office on the day."""
    return Distribution.objects.filter(in_force(on), office=office_id).first()


def distributions_of(office_id: UUID) -> QuerySet[Distribution]:
    """Every distribution of the office, the latest first."""
    return Distribution.objects.filter(office=office_id).order_by("-starts_on")


def distribution_by_id(office_id: UUID, distribution_id: UUID) -> Distribution:
    """The distribution if it is one of that office; NotFound otherwise."""
    found = Distribution.objects.filter(id=distribution_id, office=office_id).first()
    if found is None:
        raise NotFound()
    return found


def in_force_in(office_id: UUID, on: date) -> tuple[list[Duty], list[Replacement], list[Appointment]]:
    """The lines of the distribution in force, who replaces the head in the order set, and the officers.

    Without the head, who distributes. One query.
    """
    of_office = Q(in_force(on, "distribution__"), distribution__office=office_id)
    rows = together(
        duties=Duty.objects.filter(of_office).order_by("id"),
        replacements=Replacement.objects.filter(of_office).order_by("place"),
        officers=people_of(office_id, on).filter(officer=True, heads=False),
    )
    return rows["duties"], rows["replacements"], rows["officers"]


def duties_in(distribution: Distribution) -> list[Duty]:
    """Its lines with their people and units."""
    rows = distribution.duties.select_related("appointment__person", "appointment__office", "unit")
    return list(rows.order_by("-leads", "appointment__person__sort_key", "id"))


def duties_of(held: Appointment | None, on: date) -> QuerySet[Duty]:
    """What the distribution in force gives the holder of the appointment; nothing for no appointment."""
    if held is None:
        return Duty.objects.none()
    rows = Duty.objects.filter(in_force(on, "distribution__"), appointment=held)
    return rows.select_related("distribution", "unit").order_by("id")


def replacements_in(distribution: Distribution) -> list[Replacement]:
    """Who replaces the head, in the order set."""
    return list(distribution.replacements.select_related("appointment__person").order_by("place"))


def outside_duties(
    appointment_id: UUID,
    post: str,
    *,
    office_id: UUID,
    about: About,
    author_id: UUID,
    on: date,
) -> bool:
    """Whether a deputy would agree what the distribution in force gives to somebody else.

    False for whoever is no deputy, and where no distribution is in force: then every deputy agrees.
    """
    record = catalogue.law().at(on).posts.get(post)
    if record is None or not record.deputy:
        return False
    found = distribution_on(office_id, on)
    if found is None:
        return False
    led = found.duties.filter(leads=True, appointment=appointment_id)
    unit = Appointment.objects.filter(id=author_id).values("unit")
    return not (led.filter(about.condition()).exists() or led.filter(unit__in=unit).exists())


@dataclass(frozen=True, slots=True)
class About:
    """What a matter or an act is about: its direction, the kind of the body, where the body is (KATO)."""

    direction: str
    body_kind: str = ""
    kato: str = ""

    @property
    def places(self) -> list[str]:
        """The territory and every one it lies in."""
        found, code = [], self.kato
        while code and code not in found:
            found.append(code)
            unit = kato.units().get(code)
            code = unit.parent if unit else ""
        return found

    def condition(self) -> Q:
        """The lines of a distribution that give this to somebody."""
        wanted = Q(direction=self.direction)
        if self.body_kind:
            wanted |= Q(body_kind=self.body_kind)
        places = self.places
        return wanted | Q(kato__in=places) if places else wanted


def given(office_id: UUID, about: About, on: date, *, leads: bool) -> dict[UUID, list[Duty]]:
    """Whom the distribution in force gives something of this, and by which lines: to work, or to lead."""
    rows = Duty.objects.filter(
        in_force(on, "distribution__"), about.condition(), distribution__office=office_id, leads=leads
    )
    found: dict[UUID, list[Duty]] = {}
    for duty in rows.select_related("distribution", "unit").order_by("id"):
        found.setdefault(duty.appointment_id, []).append(duty)
    return found


def next_to_act(office_id: UUID, on: date) -> list[Appointment]:
    """Who may replace the absent head on the day, in the order of the distribution, then other deputies.

    Only officers who hold the post and are present; the head is not among them (O.11, O.14.2).
    """
    here = [row for row in people_of(office_id, on) if row.officer and not row.heads and not row.absent]  # type: ignore[attr-defined]  # annotated by people_in
    places = dict(
        Replacement.objects.filter(
            in_force(on, "distribution__"), distribution__office=office_id
        ).values_list("appointment", "place")
    )
    able = [row for row in here if row.id in places or _is_deputy(row)]
    return sorted(able, key=lambda row: (places.get(row.id, 1000), row.post))


def _is_deputy(row: Appointment) -> bool:
    record = catalogue.load().posts.get(row.post)
    return record is not None and record.deputy


def gaps(duties: Iterable[Duty], directions: Iterable[str], on: date) -> dict[str, tuple[bool, bool]]:
    """For each direction whether nobody in post on the day works in it, and whether nobody leads it."""
    held = [duty for duty in duties if duty.appointment.holds(on)]
    working = {duty.direction for duty in held if not duty.leads}
    led = {duty.direction for duty in held if duty.leads}
    return {name: (name not in working, name not in led) for name in directions}
