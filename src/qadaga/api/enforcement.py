"""Enforcement proceedings: bailiffs, writs, checks, withdrawal and hand-over, money recovered (L.3.5)."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from ninja import Status

from qadaga.api import registers, rulings
from qadaga.api.auth import ApiRequest
from qadaga.api.common import adding, body_of, shown, updating
from qadaga.api.enforcement_shapes import (
    BailiffCheckEndIn,
    BailiffCheckIn,
    BailiffEndIn,
    BailiffIn,
    BailiffOut,
    CheckViolationIn,
    OfficerIn,
    ReceiptsIn,
    RecoveredSumIn,
    WithdrawalIn,
    WritEndIn,
    WritIn,
    WritOut,
)
from qadaga.api.inspection_shapes import ConsentIn, LongerIn
from qadaga.api.routing import Router
from qadaga.api.schemas import Made
from qadaga.common.errors import NotFound
from qadaga.common.money import Money
from qadaga.documents.downloads import attachment
from qadaga.matters.prolonging import Longer
from qadaga.supervision.enforcement import selectors, services
from qadaga.supervision.enforcement.models import Bailiff, Transfer, Writ
from qadaga.supervision.enforcement.register import BAILIFFS, WRITS

bailiffs = Router(tags=["enforcement"])
writs = Router(tags=["enforcement"])


def _licensed(request: ApiRequest, payload: BailiffIn) -> services.Licensed:
    values = payload.dict(exclude={"body"})
    return services.Licensed(body=body_of(payload.body, "body"), **values)


def _entered(payload: WritIn) -> services.Entered:
    values = payload.dict(exclude={"tiyn"})
    return services.Entered(sum=Money(payload.tiyn) if payload.tiyn else None, **values)


@bailiffs.post("", response={201: BailiffOut})
def enter(request: ApiRequest, response: HttpResponse, payload: BailiffIn) -> Status[Bailiff]:
    """Enter a bailiff into the register of the caller's office."""
    made = services.enter(licensed=_licensed(request, payload), **adding(request))
    return Status(201, shown(response, made))


@bailiffs.get("/{uuid:pk}", response=BailiffOut)
def read_bailiff(request: ApiRequest, response: HttpResponse, pk: UUID) -> Bailiff:
    """A bailiff of the caller's scope."""
    return shown(response, selectors.read_bailiff(request.actor, request.on, pk))


@bailiffs.change("/{uuid:pk}/correction", response=BailiffOut)
def renew(request: ApiRequest, response: HttpResponse, pk: UUID, payload: BailiffIn) -> Bailiff:
    """Correct what is known of a bailiff."""
    given = _licensed(request, payload)
    return shown(response, services.renew(bailiff_id=pk, licensed=given, **updating(request)))


@bailiffs.change("/{uuid:pk}/end", response=BailiffOut)
def end_bailiff(request: ApiRequest, response: HttpResponse, pk: UUID, payload: BailiffEndIn) -> Bailiff:
    """Say that the bailiff works no longer."""
    return shown(response, services.end_bailiff(bailiff_id=pk, **payload.dict(), **updating(request)))


@writs.post("", response={201: WritOut})
def register_writ(request: ApiRequest, response: HttpResponse, payload: WritIn) -> Status[Writ]:
    """Enter a writ into the register of the caller's office."""
    return Status(201, shown(response, services.register(entered=_entered(payload), **adding(request))))


@writs.get("/{uuid:pk}", response=WritOut)
def read_writ(request: ApiRequest, response: HttpResponse, pk: UUID) -> Writ:
    """A writ of the caller's scope; the reading is journalled."""
    return shown(response, selectors.read_writ(request.actor, request.on, pk))


rulings.mount(writs, "writs", lambda request, pk: selectors.read_writ(request.actor, request.on, pk))


@writs.get("/{uuid:pk}/pdf")
def writ_paper(request: ApiRequest, pk: UUID) -> HttpResponseBase:
    """The resolution that passed the writ on, PDF/A."""
    writ = selectors.read_writ(request.actor, request.on, pk)
    made = Transfer.objects.select_related("pdf").filter(writ=writ).first()
    if made is None:
        raise NotFound
    return attachment(made.pdf)


@writs.change("/{uuid:pk}/correction", response=WritOut)
def correct_writ(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WritIn) -> Writ:
    """Correct what is known of a writ."""
    return shown(response, services.correct(writ_id=pk, entered=_entered(payload), **updating(request)))


@writs.change("/{uuid:pk}/officer", response=WritOut)
def assign_writ(request: ApiRequest, response: HttpResponse, pk: UUID, payload: OfficerIn) -> Writ:
    """Give the writ to an officer of its office."""
    return shown(response, services.assign(writ_id=pk, **payload.dict(), **updating(request)))


@writs.change("/{uuid:pk}/end", response=WritOut)
def end_writ(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WritEndIn) -> Writ:
    """Record that the execution is over."""
    return shown(response, services.end_writ(writ_id=pk, **payload.dict(), **updating(request)))


@writs.change("/{uuid:pk}/check", response=WritOut)
def begin_check(request: ApiRequest, response: HttpResponse, pk: UUID, payload: BailiffCheckIn) -> Writ:
    """Begin a check of the bailiff on the writ."""
    return shown(response, services.begin_check(writ_id=pk, **payload.dict(), **updating(request)).writ)


@writs.change("/{uuid:pk}/check-end", response=WritOut)
def finish_check(request: ApiRequest, response: HttpResponse, pk: UUID, payload: BailiffCheckEndIn) -> Writ:
    """Finish the check under way."""
    services.finish_check(writ_id=pk, **payload.dict(), **updating(request))
    return shown(response, selectors.read_writ(request.actor, request.on, pk))


@writs.change("/{uuid:pk}/prolongations", response={201: Made})
def ask_check_prolong(request: ApiRequest, pk: UUID, payload: LongerIn) -> Status[object]:
    """Ask the office above for a longer term of the check under way."""
    longer = Longer(**payload.dict())
    return Status(201, services.ask_prolong(writ_id=pk, longer=longer, **updating(request)))


@writs.change("/{uuid:pk}/prolongation-decision", response=Made)
def prolong_check(request: ApiRequest, pk: UUID, payload: ConsentIn) -> object:
    """Decide on the longer term that a lower office asks for; with the consent it runs at once."""
    return services.prolong(writ_id=pk, **payload.dict(), **updating(request))


@writs.post("/{uuid:pk}/violations", response={201: Made})
def pass_check_violation(request: ApiRequest, pk: UUID, payload: CheckViolationIn) -> Status[object]:
    """Pass what a check found to a matter as a violation."""
    return Status(201, services.pass_violation(writ_id=pk, **payload.dict(), **adding(request)))


@writs.change("/{uuid:pk}/withdrawal", response=WritOut)
def withdraw(request: ApiRequest, response: HttpResponse, pk: UUID, payload: WithdrawalIn) -> Writ:
    """Withdraw the writ from its private bailiff and hand it over to a state one, by one resolution."""
    withdrawn = services.Withdrawn(**payload.dict())
    return shown(response, services.withdraw(writ_id=pk, withdrawn=withdrawn, **updating(request)))


@writs.change("/{uuid:pk}/receipts", response=WritOut)
def record_receipts(request: ApiRequest, response: HttpResponse, pk: UUID, payload: ReceiptsIn) -> Writ:
    """Record both receipts: the writ is with the state bailiff."""
    receipts = services.Receipts(**payload.dict())
    return shown(response, services.record_receipts(writ_id=pk, receipts=receipts, **updating(request)))


@writs.post("/{uuid:pk}/recovered", response={201: Made})
def record_recovered(request: ApiRequest, pk: UUID, payload: RecoveredSumIn) -> Status[object]:
    """Count a sum in the matter of the act that brought it (L.1.3)."""
    sums = services.Sums(Money(payload.tiyn), payload.recovered_on, payload.act_id)
    return Status(201, services.record_recovered(writ_id=pk, sums=sums, **adding(request)))


registers.mount(bailiffs, BAILIFFS)
registers.mount(writs, WRITS)
