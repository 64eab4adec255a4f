"""The case file: reading a matter, and every power over it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.acts.selectors import MATTER_EXTRA
from qadaga.api import records, registers
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, attached, body_of, needed_file, seen, shown, updating
from qadaga.api.matter_shapes import (
    AssignIn,
    CloseIn,
    ImposedIn,
    MatterMoveIn,
    MatterOut,
    MoveToldIn,
    OfficerOut,
    OfficeToldIn,
    OpeningIn,
    ProtectedIn,
    RaisedIn,
    RecoveredIn,
    ResultIn,
    SuspendIn,
    TasksIn,
    ToldIn,
    ViolationIn,
)
from qadaga.api.records import About
from qadaga.api.routing import Router
from qadaga.api.schemas import AttachIn, Made, ReasonIn
from qadaga.common.money import Money
from qadaga.matters import services
from qadaga.matters.models import Matter
from qadaga.matters.register import MATTERS
from qadaga.matters.selectors import matter_actions, matter_parts
from qadaga.staff.models import Appointment

router = Router(tags=["matters"])
ROWS = Matter.objects.select_related("office", "holder")


@router.post("", response={201: MatterOut})
def open_matter(request: ApiRequest, response: HttpResponse, payload: OpeningIn) -> Status[Matter]:
    """Open a matter in the caller's office."""
    values = payload.dict(exclude={"body"})
    opening = services.Opening(**values, body=body_of(payload.body, "body"))
    return Status(201, shown(response, services.open(opening=opening, **adding(request))))


@router.get("/{uuid:pk}", response=MatterOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Matter:
    """One matter."""
    return shown(response, seen(request, ROWS, pk))


@router.get("/{uuid:pk}/candidates", response=list[OfficerOut])
def candidates(request: ApiRequest, pk: UUID) -> list[Appointment]:
    """Officers who may be given the matter today, heads first."""
    return services.candidates(seen(request, ROWS, pk), request.on)


@router.get("/{uuid:pk}/files/{uuid:file_id}")
def file(request: ApiRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A file attached to the matter."""
    return attached("matter", seen(request, ROWS, pk).id, file_id)


@router.replace("/{uuid:pk}/tasks", response=MatterOut)
def set_tasks(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TasksIn) -> Matter:
    """Name the tasks of O.6."""
    services.set_tasks(matter_id=pk, tasks=payload.tasks, **updating(request))
    return read(request, response, pk)


@router.replace("/{uuid:pk}/assignee", response=MatterOut)
def assign(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AssignIn) -> Matter:
    """Give the matter to an officer."""
    services.assign(matter_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/conflicts", response={201: Made})
def declare_conflict(request: ApiRequest, pk: UUID, payload: ReasonIn) -> Status[object]:
    """Declare one's own conflict of interest."""
    return Status(201, services.declare_conflict(matter_id=pk, reason=payload.reason, **adding(request)))


@router.change("/{uuid:pk}/call-up", response=MatterOut)
def call_up(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Matter:
    """Take the matter over from a lower office."""
    services.call_up(matter_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/move", response=MatterOut)
def move(request: ApiRequest, response: HttpResponse, pk: UUID, payload: MatterMoveIn) -> Matter:
    """Give the matter to another competent office below."""
    services.move(matter_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/move/notice", response=MatterOut)
def tell_applicant(request: ApiRequest, response: HttpResponse, pk: UUID, payload: MoveToldIn) -> Matter:
    """Record that the applicant was told of the move."""
    services.tell_applicant(matter_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/other-offices/notice", response=MatterOut)
def tell_office(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OfficeToldIn) -> Matter:
    """Record that another competent office was told (L.1.9)."""
    services.tell_office(matter_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/suspend", response=MatterOut)
def suspend(request: ApiRequest, response: HttpResponse, pk: UUID, payload: SuspendIn) -> Matter:
    """Let the matter wait."""
    services.suspend(matter_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.change("/{uuid:pk}/resume", response=MatterOut)
def resume(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Matter:
    """Let the work go on."""
    services.resume(matter_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/files", response={201: Made})
def attach(request: ApiRequest, pk: UUID, payload: AttachIn) -> Status[object]:
    """Tie an uploaded file to the matter."""
    file = needed_file(request, payload.file_id, "file_id")
    return Status(201, services.attach(matter_id=pk, file=file, title=payload.title, **adding(request)))


@router.change("/{uuid:pk}/violations", response={201: Made})
def record_violation(request: ApiRequest, pk: UUID, payload: ViolationIn) -> Status[object]:
    """Record a violation."""
    return Status(
        201, services.record_violation(matter_id=pk, violated=_violated(payload), **updating(request))
    )


@router.replace("/{uuid:pk}/violations/{uuid:violation_id}", response=Made)
def correct_violation(request: ApiRequest, pk: UUID, violation_id: UUID, payload: ViolationIn) -> object:
    """Correct a violation that was recorded."""
    return services.correct_violation(
        matter_id=pk, violation_id=violation_id, violated=_violated(payload), **updating(request)
    )


@router.change("/{uuid:pk}/protected", response={201: Made})
def record_protected(request: ApiRequest, pk: UUID, payload: ProtectedIn) -> Status[object]:
    """Record people protected."""
    protected = services.Protected(**payload.dict())
    return Status(201, services.record_protected(matter_id=pk, protected=protected, **updating(request)))


@router.replace("/{uuid:pk}/protected/{uuid:protected_id}/told", response=Made)
def record_told(request: ApiRequest, pk: UUID, protected_id: UUID, payload: ToldIn) -> object:
    """Record when and how the protected people were told."""
    return services.record_told(
        matter_id=pk, protected_id=protected_id, **payload.dict(), **updating(request)
    )


@router.change("/{uuid:pk}/liabilities", response={201: Made})
def raise_liability(request: ApiRequest, pk: UUID, payload: RaisedIn) -> Status[object]:
    """Record liability raised."""
    raised = services.Raised(**payload.dict())
    return Status(201, services.raise_liability(matter_id=pk, raised=raised, **updating(request)))


@router.replace("/{uuid:pk}/liabilities/{uuid:liability_id}/imposed", response=Made)
def record_imposed(request: ApiRequest, pk: UUID, liability_id: UUID, payload: ImposedIn) -> object:
    """Record what was imposed."""
    return services.record_imposed(
        matter_id=pk, liability_id=liability_id, **payload.dict(), **updating(request)
    )


@router.change("/{uuid:pk}/recoveries", response={201: Made})
def record_recovery(request: ApiRequest, pk: UUID, payload: RecoveredIn) -> Status[object]:
    """Record money recovered."""
    values = payload.dict(exclude={"tiyn"})
    recovered = services.Recovered(sum=Money(payload.tiyn), **values)
    return Status(201, services.record_recovery(matter_id=pk, recovered=recovered, **updating(request)))


@router.replace("/{uuid:pk}/results", response=Made)
def record_result(request: ApiRequest, pk: UUID, payload: ResultIn) -> object:
    """State one of the four results."""
    return services.record_result(matter_id=pk, **payload.dict(), **updating(request))


@router.change("/{uuid:pk}/close", response=MatterOut)
def close(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CloseIn) -> Matter:
    """Close the matter; 409 names everything that is missing."""
    services.close(matter_id=pk, conclusion=payload.conclusion, **updating(request))
    return read(request, response, pk)


def _violated(given: ViolationIn) -> services.Violated:
    values = given.dict(exclude={"violator_body"})
    return services.Violated(**values, violator_body=body_of(given.violator_body, "violator_body"))


def _about(request: ApiRequest, pk: UUID) -> About:
    matter = seen(request, ROWS, pk)
    parts = matter_parts(matter, MATTER_EXTRA)
    also = [("act", act.id) for act in parts["acts"]] + [("measure", row.id) for row in parts["measures"]]
    return About(
        "matter",
        matter,
        parts["terms"],
        parts["term_events"],
        also,
        lambda: matter_actions(matter, request.actor, request.on),
    )


registers.mount(router, MATTERS)
records.mount(router, "matters", _about)
