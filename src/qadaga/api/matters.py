"""The case file: reading a matter, and every power over it."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Router, Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, body_of, needed_file, seen, shown, updating
from qadaga.api.schemas import Line, Long, Text
from qadaga.common.money import Money
from qadaga.matters import services
from qadaga.matters.models import Matter

router = Router(tags=["matters"])
ROWS = Matter.objects.select_related("office", "holder")


class MatterOut(Schema):
    """A matter: where it is registered, who holds it, how far it is."""

    id: UUID
    number: str = Field(alias="number_text")
    office: str = Field(alias="office.code")
    holder: str = Field(alias="holder.code")
    kind: str
    direction: str
    title: str
    gist: str
    body_id: UUID | None
    kato: str | None
    sphere: str | None
    tasks: list[str]
    status: str
    opened_on: date
    assignee_id: UUID | None
    due_on: date | None
    closed_on: date | None
    conclusion: str
    version: int


class Made(Schema):
    """A row that was added."""

    id: UUID


class OpeningIn(Schema):
    """What a new matter is about."""

    kind: str
    direction: str
    title: Line
    gist: Long = ""
    body_id: UUID | None = None
    kato: Text | None = None
    sphere: Text | None = None
    tasks: list[str] = []
    complained_of: list[UUID] = []


class TasksIn(Schema):
    """Tasks of O.6."""

    tasks: list[str]


class AssignIn(Schema):
    """The appointment of the officer."""

    assignee_id: UUID
    note: Long = ""


class ReasonIn(Schema):
    """Why."""

    reason: Long


class SuspendIn(ReasonIn):
    """On which ground, and why."""

    ground: str


class AttachIn(Schema):
    """A file uploaded before."""

    file_id: UUID
    title: Line


class ViolationIn(Schema):
    """The norm violated, what was done, by whom, whose rights were hurt."""

    norm: Text
    what: Long
    violator_kind: str
    rights_of: str
    violator_body_id: UUID | None = None
    violator_name: Line = ""
    rights_holder: Line = ""
    committed_on: date | None = None
    causes: str = "unknown"
    causes_text: Long = ""
    consequences: str = "unknown"
    consequences_text: Long = ""


class ProtectedIn(Schema):
    """Whose rights were restored, how many people, what and when."""

    kind: str
    name: Line
    restored: Long
    restored_on: date
    iin: Text = ""
    count: int = 1
    violation_id: UUID | None = None
    told_on: date | None = None
    told_how: Line = ""


class RaisedIn(Schema):
    """Liability raised: of which kind, against whom."""

    kind: str
    against_kind: str
    against: Line
    raised_on: date
    post: Line = ""
    violation_id: UUID | None = None


class ImposedIn(Schema):
    """What was imposed."""

    imposed_on: date
    imposed: Line


class RecoveredIn(Schema):
    """Money recovered, in tiyn."""

    tiyn: int = Field(gt=0, le=10**17)
    recovered_for: str
    recovered_on: date
    basis: Line


class ResultIn(Schema):
    """One of the four results."""

    kind: str
    outcome: str
    note: Long = ""


class CloseIn(Schema):
    """The conclusion."""

    conclusion: Long


@router.post("", response={201: MatterOut})
def open_matter(request: ApiRequest, response: HttpResponse, payload: OpeningIn) -> tuple[int, Matter]:
    """Open a matter in the caller's office."""
    values = payload.dict(exclude={"body_id"})
    opening = services.Opening(**values, body=body_of(payload.body_id, "body_id"))
    return 201, shown(response, services.open(opening=opening, **adding(request)))


@router.get("/{uuid:pk}", response=MatterOut)
def read(request: ApiRequest, response: HttpResponse, pk: UUID) -> Matter:
    """One matter."""
    return shown(response, seen(request, ROWS, pk))


@router.put("/{uuid:pk}/tasks", response=MatterOut)
def set_tasks(request: ApiRequest, response: HttpResponse, pk: UUID, payload: TasksIn) -> Matter:
    """Name the tasks of O.6."""
    services.set_tasks(matter_id=pk, tasks=payload.tasks, **updating(request))
    return read(request, response, pk)


@router.put("/{uuid:pk}/assignee", response=MatterOut)
def assign(request: ApiRequest, response: HttpResponse, pk: UUID, payload: AssignIn) -> Matter:
    """Give the matter to an officer."""
    services.assign(matter_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/conflicts", response={201: Made})
def declare_conflict(request: ApiRequest, pk: UUID, payload: ReasonIn) -> tuple[int, object]:
    """Declare one's own conflict of interest."""
    return 201, services.declare_conflict(matter_id=pk, reason=payload.reason, **adding(request))


@router.post("/{uuid:pk}/call-up", response=MatterOut)
def call_up(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Matter:
    """Take the matter over from a lower office."""
    services.call_up(matter_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/suspend", response=MatterOut)
def suspend(request: ApiRequest, response: HttpResponse, pk: UUID, payload: SuspendIn) -> Matter:
    """Let the matter wait."""
    services.suspend(matter_id=pk, **payload.dict(), **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/resume", response=MatterOut)
def resume(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReasonIn) -> Matter:
    """Let the work go on."""
    services.resume(matter_id=pk, reason=payload.reason, **updating(request))
    return read(request, response, pk)


@router.post("/{uuid:pk}/files", response={201: Made})
def attach(request: ApiRequest, pk: UUID, payload: AttachIn) -> tuple[int, object]:
    """Tie an uploaded file to the matter."""
    file = needed_file(request, payload.file_id, "file_id")
    return 201, services.attach(matter_id=pk, file=file, title=payload.title, **adding(request))


@router.post("/{uuid:pk}/violations", response={201: Made})
def record_violation(request: ApiRequest, pk: UUID, payload: ViolationIn) -> tuple[int, object]:
    """Record a violation."""
    values = payload.dict(exclude={"violator_body_id"})
    violated = services.Violated(
        **values, violator_body=body_of(payload.violator_body_id, "violator_body_id")
    )
    return 201, services.record_violation(matter_id=pk, violated=violated, **updating(request))


@router.post("/{uuid:pk}/protected", response={201: Made})
def record_protected(request: ApiRequest, pk: UUID, payload: ProtectedIn) -> tuple[int, object]:
    """Record people protected."""
    protected = services.Protected(**payload.dict())
    return 201, services.record_protected(matter_id=pk, protected=protected, **updating(request))


@router.post("/{uuid:pk}/liabilities", response={201: Made})
def raise_liability(request: ApiRequest, pk: UUID, payload: RaisedIn) -> tuple[int, object]:
    """Record liability raised."""
    raised = services.Raised(**payload.dict())
    return 201, services.raise_liability(matter_id=pk, raised=raised, **updating(request))


@router.put("/{uuid:pk}/liabilities/{uuid:liability_id}/imposed", response=Made)
def record_imposed(request: ApiRequest, pk: UUID, liability_id: UUID, payload: ImposedIn) -> object:
    """Record what was imposed."""
    return services.record_imposed(
        matter_id=pk, liability_id=liability_id, **payload.dict(), **updating(request)
    )


@router.post("/{uuid:pk}/recoveries", response={201: Made})
def record_recovery(request: ApiRequest, pk: UUID, payload: RecoveredIn) -> tuple[int, object]:
    """Record money recovered."""
    values = payload.dict(exclude={"tiyn"})
    recovered = services.Recovered(sum=Money(payload.tiyn), **values)
    return 201, services.record_recovery(matter_id=pk, recovered=recovered, **updating(request))


@router.put("/{uuid:pk}/results", response=Made)
def record_result(request: ApiRequest, pk: UUID, payload: ResultIn) -> object:
    """State one of the four results."""
    return services.record_result(matter_id=pk, **payload.dict(), **updating(request))


@router.post("/{uuid:pk}/close", response=MatterOut)
def close(request: ApiRequest, response: HttpResponse, pk: UUID, payload: CloseIn) -> Matter:
    """Close the matter; 409 names everything that is missing."""
    services.close(matter_id=pk, conclusion=payload.conclusion, **updating(request))
    return read(request, response, pk)
