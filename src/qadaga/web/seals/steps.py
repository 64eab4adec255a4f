"""Every step on a seal: the power it exercises, its form, the service that carries it out."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.organisation.seals import services
from qadaga.organisation.seals.models import Seal
from qadaga.organisation.seals.selectors import read_seal
from qadaga.organisation.seals.subject import seal_subject
from qadaga.web.acts.forms import NothingForm
from qadaga.web.seals import forms
from qadaga.web.steps import Desk, Step, StepForm, ruled_by
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Seal:
    """The seal within the person's scope; NotFound otherwise."""
    return read_seal(request.actor, request.on, pk)


def card_url(seal: Seal) -> str:
    """Where it is shown."""
    return reverse("seals:card", args=[seal.id])


# Whether the person may exercise the power on it today.
ruling = ruled_by(seal_subject)


def _offer(seal: Seal, form: forms.OfferForm, request: StaffRequest) -> None:
    services.offer(seal_id=seal.id, to_id=UUID(form.cleaned_data["to"]), **form.stamp)


def _take(seal: Seal, form: StepForm, request: StaffRequest) -> None:
    services.take(seal_id=seal.id, **form.stamp)


def _check(seal: Seal, form: forms.CheckForm, request: StaffRequest) -> None:
    services.check(seal_id=seal.id, **form.picked("found", "next_on"), **form.stamp)


def _lose(seal: Seal, form: forms.LossForm, request: StaffRequest) -> None:
    services.lose(seal_id=seal.id, **form.picked("how"), **form.stamp)


def _settle(seal: Seal, form: forms.SettleForm, request: StaffRequest) -> None:
    services.settle(seal_id=seal.id, order_id=form.cleaned_data["order"], **form.stamp)


def _destroy(seal: Seal, form: forms.DestroyForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.destroy(seal_id=seal.id, **form.picked("ground", "act"), order_id=values["order"], **form.stamp)


STEPS: dict[str, Step[Seal]] = {
    "take": Step("seal.take", NothingForm, _take, text=_("From now on you answer for it.")),
    "hand-over": Step(
        "seal.hand_over",
        forms.OfferForm,
        _offer,
        text=_("It changes hands when that person takes it: both sides are recorded."),
    ),
    "check": Step("seal.check", forms.CheckForm, _check),
    "lose": Step(
        "seal.report_loss",
        forms.LossForm,
        _lose,
        text=_("The loss is an alarm for the head and the office above until an order decides on it."),
    ),
    "settle": Step("seal.settle", forms.SettleForm, _settle),
    "destroy": Step("seal.destroy", forms.DestroyForm, _destroy),
}

DESK = Desk(kind="seal", find=find, name=str, card_url=card_url, ruling=ruling, steps=STEPS)
