"""Places of custody, visits, people held unlawfully and their release (L.3.6, O.8.d6)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, needed_body, shown, updating, zoned
from qadaga.api.custody_shapes import (
    CarriedIn,
    CheckedIn,
    ClosedIn,
    CountIn,
    CustodyComplaintIn,
    CustodyPlaceOut,
    FoundIn,
    HeldDeathIn,
    HeldOut,
    HoldingReportIn,
    PlaceIn,
    PlanIn,
    ResolvedIn,
)
from qadaga.api.routing import Router
from qadaga.api.schemas import Made
from qadaga.appeals import services as appeals
from qadaga.appeals.entry import HeldSpeaks, from_custody
from qadaga.common.errors import NotFound
from qadaga.documents.downloads import attachment
from qadaga.journal import services as journal
from qadaga.supervision.custody import selectors, services
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from qadaga.supervision.custody.register import HELD, PLACES

places = Router(tags=["custody"])
held = Router(tags=["custody"])


def _place(request: ApiRequest, payload: PlaceIn) -> services.Entered:
    values = payload.dict(exclude={"body"})
    return services.Entered(body=needed_body(payload.body, "body"), **values)


def _person(request: ApiRequest, response: HttpResponse, pk: UUID) -> HeldPerson:
    return shown(response, selectors.read_held(request.actor, request.on, pk))


@places.post("", response={201: CustodyPlaceOut})
def register(request: ApiRequest, response: HttpResponse, payload: PlaceIn) -> Status[Place]:
    """Enter a place into the register of the caller's office."""
    made = services.register(entered=_place(request, payload), **adding(request))
    return Status(201, shown(response, made))


@places.get("/{uuid:pk}", response=CustodyPlaceOut)
def read_place(request: ApiRequest, response: HttpResponse, pk: UUID) -> Place:
    """A place of the caller's scope."""
    return shown(response, selectors.read_place(request.actor, request.on, pk))


@places.change("/{uuid:pk}/correction", response=CustodyPlaceOut)
def correct(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PlaceIn) -> Place:
    """Correct what is known of a place."""
    entered = _place(request, payload)
    return shown(response, services.correct(place_id=pk, entered=entered, **updating(request)))


@places.change("/{uuid:pk}/end", response=CustodyPlaceOut)
def close(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ClosedIn) -> Place:
    """Take a place off the register."""
    return shown(response, services.close(place_id=pk, closed_on=payload.closed_on, **updating(request)))


@places.post("/{uuid:pk}/visits", response={201: Made})
def plan(request: ApiRequest, pk: UUID, payload: PlanIn) -> Status[Visit]:
    """Plan a visit and give it to an officer."""
    return Status(201, services.plan(place_id=pk, **payload.dict(), **adding(request)))


@places.post("/{uuid:pk}/reports", response={201: Made})
def report(request: ApiRequest, pk: UUID, payload: HoldingReportIn) -> Status[Visit]:
    """Take a report of unlawful holding: the minutes run until the visit begins."""
    reported = services.Reported(payload.what, payload.officer_id)
    return Status(201, services.report(place_id=pk, reported=reported, **adding(request)))


@places.post("/{uuid:pk}/held", response={201: Made})
def find(request: ApiRequest, pk: UUID, payload: FoundIn) -> Status[HeldPerson]:
    """Record somebody held unlawfully: everybody above hears it at once."""
    values = {**payload.dict(), "held_since": zoned(payload.held_since)}
    return Status(201, services.find(place_id=pk, found=services.Found(**values), **adding(request)))


@places.post("/{uuid:pk}/complaints", response={201: Made})
def complain(request: ApiRequest, pk: UUID, payload: CustodyComplaintIn) -> Status[object]:
    """Take a complaint of somebody held past the administration: an appeal of theirs, linked to the place."""
    place = selectors.read_place(request.actor, request.on, pk)
    values = payload.dict(exclude={"handed", "held_id", "of_administration"})
    said = HeldSpeaks(
        place=f"{place.name_ru}, {place.address}",
        body_id=place.body_id if payload.of_administration else None,
        **values,
    )
    with journal.gathered():
        made = appeals.register(entry=from_custody(said, request.on), **adding(request))
        services.record_complaint(
            place_id=pk,
            held_id=payload.held_id,
            appeal_id=made.id,
            number=made.number,
            handed=payload.handed,
            **adding(request),
        )
    return Status(201, made)


@held.get("/{uuid:pk}", response=HeldOut)
def read_held(request: ApiRequest, response: HttpResponse, pk: UUID) -> HeldPerson:
    """A person found, in the caller's scope; the reading is journalled."""
    return _person(request, response, pk)


rulings.mount(held, "held", lambda request, pk: selectors.read_held(request.actor, request.on, pk))


@held.get("/{uuid:pk}/pdf")
def paper(request: ApiRequest, response: HttpResponse, pk: UUID) -> HttpResponseBase:
    """The resolution as it was signed, PDF/A."""
    made = HeldOut.resolve_resolution(_person(request, response, pk))
    if made is None:
        raise NotFound
    return attachment(made.pdf)


@held.change("/{uuid:pk}/resolution", response=HeldOut)
def resolve(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ResolvedIn) -> HeldPerson:
    """Issue the resolution in one's own name; the minutes end."""
    resolved = services.Resolved(**payload.dict())
    return shown(response, services.resolve(held_id=pk, resolved=resolved, **updating(request)))


@held.change("/{uuid:pk}/execution", response=HeldOut)
def carried_out(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CarriedIn) -> HeldPerson:
    """Record that it was carried out, and how the person was told."""
    carried = services.Carried(zoned(payload.freed_at), payload.carried_by, payload.told_how)
    return shown(response, services.record_carried_out(held_id=pk, carried=carried, **updating(request)))


@held.change("/{uuid:pk}/second-check", response=HeldOut)
def second_check(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CheckedIn) -> HeldPerson:
    """Record that a second check found the holding lawful."""
    return shown(response, services.found_lawful(held_id=pk, checked=payload.checked, **updating(request)))


@held.change("/{uuid:pk}/death", response=HeldOut)
def record_held_death(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: HeldDeathIn
) -> HeldPerson:
    """Record that the person died while held: the minutes stop."""
    return shown(response, services.record_death(held_id=pk, **payload.dict(), **updating(request)))


@held.change("/{uuid:pk}/count", response=HeldOut)
def count(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CountIn) -> HeldPerson:
    """Count the person among those a matter protected (L.1.3)."""
    return shown(response, services.count(held_id=pk, matter_id=payload.matter_id, **updating(request)))


registers.mount(places, PLACES)
registers.mount(held, HELD)
