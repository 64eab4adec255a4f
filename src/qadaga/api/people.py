"""People of the service: their cards, posts and absences."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Schema, Status

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating
from qadaga.api.concurrency import tagged
from qadaga.api.exports import mounted
from qadaga.api.people_shapes import PostEndIn, PostIn, PostOut
from qadaga.api.routing import Router
from qadaga.api.schemas import Code, Day, Line
from qadaga.organisation import absences, appointments, dismissals
from qadaga.organisation import people as services
from qadaga.organisation.appointment_input import OutsideActInput
from qadaga.organisation.cards import open_card
from qadaga.organisation.people import PersonInput
from qadaga.organisation.personnel.register import PEOPLE
from qadaga.staff import selectors as staff
from qadaga.staff.models import Absence, Appointment, Person

router = Router(tags=["people"])
posts = Router(tags=["people"])
# No list of the API asks for a file of the people; what a page asked for is fetched here as well.
mounted(PEOPLE)


class AbsenceOut(Schema):
    """Days away; `ends_on` is the first day back."""

    id: int
    kind: str
    starts_on: date
    ends_on: date | None


class PersonalOut(Schema):
    """What only the personal file says."""

    iin: str | None
    born_on: date | None
    absences: list[AbsenceOut]


class PersonOut(Schema):
    """A person as registered."""

    id: UUID
    last_name: str
    first_name: str
    middle_name: str
    version: int


class PersonCardOut(PersonOut):
    """A person with every post; `personal` is null where the law closes the personal file to the caller."""

    posts: list[PostOut]
    personal: PersonalOut | None


class PersonIn(Schema):
    """Names and number; an empty IIN where there is none."""

    last_name: Line
    first_name: Line
    middle_name: Line = ""
    iin: Line = ""
    born_on: Day | None = None


class AbsenceIn(Schema):
    """Days away from every post held."""

    kind: Code
    starts_on: Day
    ends_on: Day | None = None
    ground: Line = ""


class BackIn(Schema):
    """The first day back."""

    ends_on: Day
    reason: Line = ""


class CancelIn(Schema):
    """Why an absence is cancelled."""

    reason: Line


@router.post("", response={201: PersonOut})
def register(request: ApiRequest, response: HttpResponse, payload: PersonIn) -> Status[Person]:
    """Register a person without a post yet."""
    return Status(
        201, shown(response, services.register(person=PersonInput(**payload.dict()), **adding(request)))
    )


@router.get("/{uuid:pk}", response=PersonCardOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> dict[str, Any]:
    """The card; reading the personal file is journalled."""
    card = open_card(by=request.actor, on=request.on, person_id=pk)
    tagged(response, card.person.version)
    names = {key: getattr(card.person, key) for key in PersonOut.model_fields}
    return {
        **names,
        "posts": card.posts,
        "personal": _personal(card.person, request.on) if card.personal else None,
    }


def _personal(person: Person, on: date) -> dict[str, Any]:
    return {"iin": person.iin, "born_on": person.born_on, "absences": list(staff.absences_of(person.id, on))}


@router.replace("/{uuid:pk}", response=PersonOut)
def correct(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PersonIn) -> Person:
    """Correct names or number."""
    person = PersonInput(**payload.dict())
    return shown(response, services.correct(person_id=pk, person=person, **updating(request)))


@posts.post("", response={201: PostOut})
def appoint(request: ApiRequest, response: HttpResponse, payload: PostIn) -> Status[Appointment]:
    """Appoint a person to a post."""
    return Status(201, shown(response, appointments.make(appointment=payload.value(), **adding(request))))


@posts.replace("/{uuid:pk}/end", response=PostOut)
def end(request: ApiRequest, response: HttpResponse, pk: UUID, payload: PostEndIn) -> Appointment:
    """End the appointment by an order, or the act of the body that appoints; a death is its own basis."""
    values = payload.dict(exclude={"passing", "outside"})
    acts = [OutsideActInput(**act.dict()) for act in payload.outside]
    passing = payload.passing.value() if payload.passing else None
    row = dismissals.end(appointment_id=pk, **values, outside=acts, passing=passing, **updating(request))
    return shown(response, row)


@posts.post("/{uuid:pk}/absences", response={201: AbsenceOut})
def record_absence(request: ApiRequest, pk: UUID, payload: AbsenceIn) -> Status[Absence]:
    """Record that the holder of the appointment is away."""
    return Status(201, absences.record(appointment_id=pk, **payload.dict(), **adding(request)))


@posts.post("/{uuid:pk}/absences/{int:absence_id}/cancel", response={204: None})
def cancel_absence(request: ApiRequest, pk: UUID, absence_id: int, payload: CancelIn) -> Status[None]:
    """Cancel an absence that has not begun."""
    absences.cancel(appointment_id=pk, absence_id=absence_id, reason=payload.reason, **adding(request))
    return Status(204, None)


@posts.post("/{uuid:pk}/absences/{int:absence_id}/end", response=AbsenceOut)
def back(request: ApiRequest, pk: UUID, absence_id: int, payload: BackIn) -> Absence:
    """Set the first day back."""
    return absences.end(appointment_id=pk, absence_id=absence_id, **payload.dict(), **adding(request))
