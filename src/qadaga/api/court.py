"""Cases in court, criminal prosecution and hearings (O.7.2, O.7.3, O.8.3)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, shown, updating, zoned
from qadaga.api.court_shapes import (
    AtCourt,
    ChargeIn,
    CourtAppealIn,
    CourtCaseIn,
    CourtCaseOut,
    CourtDeathCorrectionIn,
    CourtDeathIn,
    CourtOfficerIn,
    CourtPositionIn,
    DropIn,
    HearingEndIn,
    HearingIn,
    HearingOut,
    JudgmentIn,
    TransferIn,
    WrittenIn,
)
from qadaga.api.routing import Router
from qadaga.api.schemas import Made, ReasonIn
from qadaga.court import selectors, services
from qadaga.court.models import Case, Hearing
from qadaga.court.register import CASES, HEARINGS
from qadaga.documents.downloads import attachment
from qadaga.matters.dying import entered

cases = Router(tags=["court"])
hearings = Router(tags=["court"])
_AT = ("kind", "court", "kato", "about", "number", "sphere", "matter_id")


def at(payload: AtCourt) -> services.At:
    """The court and the case there."""
    return services.At(**{name: getattr(payload, name) for name in _AT})


def written(payload: WrittenIn) -> services.Written:
    """What the paper says."""
    return services.Written(payload.norm, payload.text, payload.language)


def sitting(payload: HearingIn) -> services.Sitting:
    """When and where the court sits."""
    return services.Sitting(zoned(payload.starts_at), payload.room, payload.instance)


@cases.post("", response={201: CourtCaseOut})
def open_case(request: ApiRequest, response: HttpResponse, payload: CourtCaseIn) -> Status[Case]:
    """Open the card of a case in the caller's office."""
    people = [services.Named(**one.dict()) for one in payload.people]
    given = payload.dict(include={"erdr", "ground", "act_id", "came_on"})
    entered = services.Entered(at(payload), people=people, **given)
    return Status(201, shown(response, services.open_case(entered=entered, **adding(request))))


@cases.get("/{uuid:pk}", response=CourtCaseOut)
def read_case(request: ApiRequest, response: HttpResponse, pk: UUID) -> Case:
    """A case of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read(Case, request.actor, request.on, pk))


rulings.mount(cases, "courtcases", lambda request, pk: selectors.read(Case, request.actor, request.on, pk))


@cases.get("/{uuid:pk}/papers/{uuid:paper_id}")
def case_paper(request: ApiRequest, pk: UUID, paper_id: UUID) -> HttpResponseBase:
    """A paper of the case as it was signed, PDF/A."""
    return attachment(selectors.paper(selectors.read(Case, request.actor, request.on, pk), paper_id))


@cases.change("/{uuid:pk}/officer", response=CourtCaseOut)
def assign(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtOfficerIn) -> Case:
    """Name the officer who goes to court."""
    services.assign(model=Case, pk=pk, officer_id=payload.officer_id, **updating(request))
    return read_case(request, response, pk)


@cases.change("/{uuid:pk}/conflict", response=CourtCaseOut)
def declare_conflict(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Case:
    """Declare one's own conflict of interest."""
    services.declare_conflict(model=Case, pk=pk, reason=payload.reason, **updating(request))
    return read_case(request, response, pk)


@cases.change("/{uuid:pk}/charges", response=Made)
def charge(request: ApiRequest, pk: UUID, payload: ChargeIn) -> object:
    """Settle the charge of somebody named in the case, or of one more person (O.7.3)."""
    charged = services.Charged(payload.name, payload.iin, payload.articles, payload.accused_id)
    return services.charge(case_id=pk, charged=charged, written=written(payload), **updating(request))


@cases.change("/{uuid:pk}/drops", response=CourtCaseOut)
def drop(request: ApiRequest, response: HttpResponse, pk: UUID, payload: DropIn) -> Case:
    """Drop the prosecution of one person."""
    death = entered(payload.died_on, payload.death_paper, payload.death_paper_on)
    on = {"case_id": pk, **updating(request)}
    return shown(
        response,
        services.drop(accused_id=payload.accused_id, death=death, written=written(payload), **on),
    )


@cases.change("/{uuid:pk}/deaths", response=CourtCaseOut)
def record_death(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtDeathIn) -> Case:
    """Write down that somebody prosecuted has died: nothing more is decided against them."""
    death = services.Death(payload.died_on, payload.death_paper, payload.death_paper_on)
    on = {"case_id": pk, **updating(request)}
    return shown(response, services.record_death(accused_id=payload.accused_id, death=death, **on))


@cases.change("/{uuid:pk}/death-corrections", response=CourtCaseOut)
def correct_death(
    request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtDeathCorrectionIn
) -> Case:
    """Take back a death that was written down by mistake; the leadership of the office does it."""
    return shown(response, services.correct_death(case_id=pk, **payload.dict(), **updating(request)))


@cases.change("/{uuid:pk}/transfer", response=CourtCaseOut)
def transfer(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TransferIn) -> Case:
    """Transfer the case with everybody charged to court."""
    paper = written(payload)
    return shown(
        response, services.transfer(case_id=pk, number=payload.number, written=paper, **updating(request))
    )


@cases.change("/{uuid:pk}/position", response=CourtCaseOut)
def take_position(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtPositionIn) -> Case:
    """State the position of the prosecutor."""
    return shown(response, services.take_position(case_id=pk, **payload.dict(), **updating(request)))


@cases.change("/{uuid:pk}/conclusion", response=CourtCaseOut)
def conclude(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WrittenIn) -> Case:
    """Give a conclusion in a case that is not criminal."""
    return shown(response, services.conclude(case_id=pk, written=written(payload), **updating(request)))


@cases.change("/{uuid:pk}/hearings", response=Made)
def set_hearing(request: ApiRequest, pk: UUID, payload: HearingIn) -> object:
    """Put a hearing into the calendar."""
    return services.set_hearing(model=Case, pk=pk, sitting=sitting(payload), **updating(request))


@cases.change("/{uuid:pk}/judgments", response=CourtCaseOut)
def decide(request: ApiRequest, response: HttpResponse, pk: UUID, payload: JudgmentIn) -> Case:
    """Record what the instance decided; the term of appeal begins."""
    said = {one.accused_id: services.Said(one.verdict, one.sentence) for one in payload.verdicts}
    decided = services.Decided(**payload.dict(exclude={"verdicts"}), verdicts=said)
    return shown(response, services.decide_case(case_id=pk, decided=decided, **updating(request)))


@cases.change("/{uuid:pk}/appeal", response=CourtCaseOut)
def appeal(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CourtAppealIn) -> Case:
    """Appeal to the next instance while the term runs."""
    paper, clears = written(payload), payload.clears
    return shown(response, services.appeal(case_id=pk, written=paper, clears=clears, **updating(request)))


@cases.change("/{uuid:pk}/closing", response=CourtCaseOut)
def close(request: ApiRequest, response: HttpResponse, pk: UUID) -> Case:
    """Close the card once the last decision is in force."""
    return shown(response, services.close_case(case_id=pk, **updating(request)))


@hearings.get("/{uuid:pk}", response=HearingOut)
def read_hearing(request: ApiRequest, response: HttpResponse, pk: UUID) -> Hearing:
    """A hearing of the caller's scope."""
    return shown(response, selectors.read_hearing(request.actor, request.on, pk))


@hearings.change("/{uuid:pk}/end", response=HearingOut)
def end_hearing(request: ApiRequest, response: HttpResponse, pk: UUID, payload: HearingEndIn) -> Hearing:
    """Record what became of the hearing."""
    again = zoned(payload.again_at) if payload.again_at else None
    ended = services.Ended(payload.status, payload.outcome, again)
    return shown(response, services.end_hearing(hearing_id=pk, ended=ended, **updating(request)))


registers.mount(cases, CASES)
registers.mount(hearings, HEARINGS)
