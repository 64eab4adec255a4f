"""Councils, sessions of collegia and councils, their decisions (L.1.11, O.7.4)."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import coordination_shapes as shapes
from qadaga.api import decision_shapes as decided
from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, body_of, needed_body, shown, updating, zoned
from qadaga.api.routing import Router
from qadaga.api.schemas import Made, ReasonIn
from qadaga.common.errors import NotFound
from qadaga.coordination import selectors, services
from qadaga.coordination.models import AgendaItem, Council, CouncilMember, Decision, Session
from qadaga.coordination.register import DECISIONS, SESSIONS
from qadaga.documents.downloads import attachment

councils = Router(tags=["coordination"])
sessions = Router(tags=["coordination"])
decisions = Router(tags=["coordination"])


def _planned(payload: shapes.SessionPlanIn) -> services.Planned:
    return services.Planned(payload.title, zoned(payload.starts_at), payload.place)


def _session(request: ApiRequest, response: HttpResponse, pk: UUID) -> Session:
    return shown(response, selectors.read_session(request.actor, request.on, pk))


def _done(request: ApiRequest, response: HttpResponse, pk: UUID, service: Any, **given: Any) -> Session:
    """The service carried out on the session; how it stands then."""
    service(session_id=pk, **given, **updating(request))
    return _session(request, response, pk)


@councils.post("", response={201: Made})
def form_council(request: ApiRequest, payload: shapes.CouncilIn) -> Status[Council]:
    """Form the council of the caller's office."""
    return Status(201, services.form_council(**payload.dict(), **adding(request)))


@councils.get("/{uuid:pk}", response=shapes.CouncilOut)
def read_council(request: ApiRequest, response: HttpResponse, pk: UUID) -> Council:
    """A council of the caller's scope."""
    return shown(response, selectors.read_council(request.actor, request.on, pk))


@councils.change("/{uuid:pk}/members", response={201: Made})
def add_member(request: ApiRequest, pk: UUID, payload: shapes.CouncilSeatIn) -> Status[CouncilMember]:
    """Name the head of a body a member."""
    seat = services.Seat(needed_body(payload.body, "body"), payload.name, payload.post)
    made = services.add_member(council_id=pk, seat=seat, since=payload.since, **updating(request))
    return Status(201, made)


@councils.change("/{uuid:pk}/release", response=shapes.CouncilMemberOut)
def release(request: ApiRequest, pk: UUID, payload: shapes.SeatReleaseIn) -> CouncilMember:
    """Release a member."""
    return services.release(council_id=pk, **payload.dict(), **updating(request))


@councils.change("/{uuid:pk}/end", response=shapes.CouncilOut)
def end_council(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.CouncilEndIn
) -> Council:
    """End the council."""
    return shown(response, services.end_council(council_id=pk, **payload.dict(), **updating(request)))


@sessions.post("", response={201: Made})
def plan(request: ApiRequest, payload: shapes.SessionIn) -> Status[Session]:
    """Set a session of the collegium or council of the caller's office."""
    return Status(201, services.plan(organ=payload.organ, planned=_planned(payload), **adding(request)))


@sessions.get("/{uuid:pk}", response=shapes.SessionOut)
def read_session(request: ApiRequest, response: HttpResponse, pk: UUID) -> Session:
    """A session of the caller's scope."""
    return _session(request, response, pk)


rulings.mount(sessions, "sessions", lambda request, pk: selectors.read_session(request.actor, request.on, pk))


@sessions.get("/{uuid:pk}/pdf")
def minutes(request: ApiRequest, response: HttpResponse, pk: UUID) -> HttpResponseBase:
    """The minutes as they were signed, PDF/A."""
    session = _session(request, response, pk)
    if session.pdf is None:
        raise NotFound
    return attachment(session.pdf)


@sessions.post("/{uuid:pk}/items", response={201: Made})
def propose(request: ApiRequest, pk: UUID, payload: shapes.AgendaItemIn) -> Status[AgendaItem]:
    """Propose an item for the agenda."""
    return Status(201, services.propose(session_id=pk, **payload.dict(), **adding(request)))


@sessions.change("/{uuid:pk}/items/{uuid:item_id}/admission", response=shapes.SessionOut)
def admit(request: ApiRequest, response: HttpResponse, pk: UUID, item_id: UUID) -> Session:
    """Admit an item to the agenda."""
    return _done(request, response, pk, services.admit, item_id=item_id)


@sessions.change("/{uuid:pk}/items/{uuid:item_id}/refusal", response=shapes.SessionOut)
def decline(
    request: ApiRequest, response: HttpResponse, pk: UUID, item_id: UUID, payload: shapes.AgendaDeclineIn
) -> Session:
    """Leave an item out, with the reason."""
    return _done(request, response, pk, services.decline, item_id=item_id, reason=payload.reason)


@sessions.change("/{uuid:pk}/items/{uuid:item_id}/heard", response=shapes.SessionOut)
def hear(
    request: ApiRequest, response: HttpResponse, pk: UUID, item_id: UUID, payload: shapes.HeardIn
) -> Session:
    """Write down what was heard on an item."""
    return _done(request, response, pk, services.hear, item_id=item_id, heard=payload.heard)


@sessions.change("/{uuid:pk}/correction", response=shapes.SessionOut)
def replan(request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.SessionPlanIn) -> Session:
    """Correct the day, the place or the subject."""
    return _done(request, response, pk, services.replan, planned=_planned(payload))


@sessions.change("/{uuid:pk}/call", response=shapes.SessionOut)
def call(request: ApiRequest, response: HttpResponse, pk: UUID) -> Session:
    """Call the session: the agenda stands, the members are named."""
    return _done(request, response, pk, services.call)


@sessions.change("/{uuid:pk}/cancellation", response=shapes.SessionOut)
def call_off(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Session:
    """Call the session off."""
    return _done(request, response, pk, services.call_off, reason=payload.reason)


@sessions.change("/{uuid:pk}/people", response=shapes.SessionOut)
def invite(request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.InvitedIn) -> Session:
    """Call an official who broke the law, or invite somebody else."""
    return _done(request, response, pk, services.invite, invited=services.Invited(**payload.dict()))


@sessions.change("/{uuid:pk}/invitations", response=shapes.SessionOut)
def tell(request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.InvitationToldIn) -> Session:
    """Record how people were told: the proof of the invitation."""
    return _done(request, response, pk, services.tell, **payload.dict())


@sessions.change("/{uuid:pk}/attendance", response=shapes.SessionOut)
def attendance(request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.PresentIn) -> Session:
    """Record who was there."""
    return _done(request, response, pk, services.attendance, present=payload.present)


@sessions.change("/{uuid:pk}/people/{uuid:person_id}/absence", response=shapes.SessionOut)
def excuse(
    request: ApiRequest, response: HttpResponse, pk: UUID, person_id: UUID, payload: decided.NotComeIn
) -> Session:
    """Write into the minutes why somebody did not come."""
    return _done(request, response, pk, services.excuse, person_id=person_id, **payload.dict())


@sessions.change("/{uuid:pk}/people/{uuid:person_id}/measures", response=shapes.SessionOut)
def follow_up(
    request: ApiRequest, response: HttpResponse, pk: UUID, person_id: UUID, payload: decided.AbsenceMeasureIn
) -> Session:
    """Record what follows an absence without a good reason."""
    values = payload.dict(exclude={"body"})
    followed = services.Followed(body=body_of(payload.body, "body"), **values)
    return _done(request, response, pk, services.follow_up, person_id=person_id, followed=followed)


@sessions.change("/{uuid:pk}/decisions", response={201: Made})
def decide(request: ApiRequest, pk: UUID, payload: shapes.ItemDecidedIn) -> Status[Decision]:
    """Write a decision into the minutes."""
    values = payload.dict(exclude={"body"})
    made = services.Decided(body=body_of(payload.body, "body"), **values)
    return Status(201, services.decide(session_id=pk, decided=made, **updating(request)))


@sessions.change("/{uuid:pk}/minutes", response=shapes.SessionOut)
def sign(request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.MinutesIn) -> Session:
    """Sign the minutes: every decision is under control from then on."""
    return _done(request, response, pk, services.sign, language=payload.language)


@sessions.change("/{uuid:pk}/orders", response=shapes.SessionOut)
def carry_out(request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.CarriedOutIn) -> Session:
    """Note the signed order that carries decisions of a collegium out."""
    return _done(request, response, pk, services.carry_out, **payload.dict())


@sessions.change("/{uuid:pk}/acts", response=shapes.SessionOut)
def respond(request: ApiRequest, response: HttpResponse, pk: UUID, payload: shapes.SessionActIn) -> Session:
    """Note the act on a violation that the session found."""
    return _done(request, response, pk, services.respond, **payload.dict())


@decisions.get("/{uuid:pk}", response=decided.SessionDecisionOut)
def read_decision(request: ApiRequest, response: HttpResponse, pk: UUID) -> Decision:
    """A decision of the caller's scope, or the caller's own to carry out."""
    return shown(response, selectors.read_decision(request.actor, request.on, pk))


@decisions.change("/{uuid:pk}/reports", response=decided.SessionDecisionOut)
def report(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: decided.DecisionReportIn
) -> Decision:
    """Record what was done on a decision."""
    return shown(response, services.report(decision_id=pk, **payload.dict(), **updating(request)))


@decisions.change("/{uuid:pk}/terms", response=decided.SessionDecisionOut)
def postpone(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: decided.DecisionTermIn
) -> Decision:
    """Prolong the term of a decision, or put it off."""
    postponed = services.Postponed(**payload.dict())
    services.postpone(decision_id=pk, postponed=postponed, **updating(request))
    return shown(response, selectors.read_decision(request.actor, request.on, pk))


registers.mount(sessions, SESSIONS)
registers.mount(decisions, DECISIONS)
