"""Every step on an order: the power it exercises, its form, the service that carries it out."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.selectors.card import read_order
from qadaga.organisation.orders.subject import order_subject
from qadaga.web.acts.forms import NothingForm, RemarksForm
from qadaga.web.matters.forms.work import ReasonForm
from qadaga.web.orders import forms
from qadaga.web.steps import Desk, Step, StepForm, ruled_by
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> Order:
    """The order within the person's reach; NotFound otherwise."""
    return read_order(request.actor, request.on, pk)


def card_url(order: Order) -> str:
    """Where the order is shown."""
    return reverse("orders:card", args=[order.id])


# Whether the person may exercise the power on the order today.
ruling = ruled_by(order_subject)


def _save(order: Order, form: forms.DraftForm, request: StaffRequest) -> None:
    services.save_draft(order_id=order.id, draft=form.draft(), **form.stamp)


def _submit(order: Order, form: StepForm, request: StaffRequest) -> None:
    services.submit(order_id=order.id, **form.stamp)


def _agree(order: Order, form: StepForm, request: StaffRequest) -> None:
    services.agree(order_id=order.id, **form.stamp)


def _send_back(order: Order, form: RemarksForm, request: StaffRequest) -> None:
    services.send_back(order_id=order.id, **form.picked("remarks"), **form.stamp)


def _sign(order: Order, form: StepForm, request: StaffRequest) -> None:
    services.sign(order_id=order.id, **form.stamp)


def _confirm(order: Order, _form: StepForm, request: StaffRequest) -> str | None:
    services.confirm(order_id=order.id, by=request.actor, on=request.on)
    return reverse("home") if request.POST.get("from") == "day" else None


def _paper(order: Order, form: forms.PaperForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.record_paper(
        order_id=order.id,
        appointment_id=UUID(values["person"]),
        signed_on=values["signed_on"],
        by=request.actor,
        on=request.on,
    )


def _address(order: Order, form: forms.PeopleForm, request: StaffRequest) -> None:
    services.address(order_id=order.id, addressees=form.people(), **form.stamp)


def _publish(order: Order, form: forms.PublishForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    given = {name: values[name] for name in ("where", "published_on")}
    services.publish(order_id=order.id, **given, confirmed=values.get("confirmed", False), **form.stamp)


def _controller(order: Order, form: forms.ControllerForm, request: StaffRequest) -> None:
    services.set_controller(
        order_id=order.id, controller_id=UUID(form.cleaned_data["controller"]), **form.stamp
    )


def _point(order: Order, form: forms.PointForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.add_point(
        order_id=order.id,
        **form.picked("what", "due_on", "days"),
        executor_id=UUID(str(values["executor"])),
        **form.stamp,
    )


def _report(order: Order, form: forms.ReportForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.report(
        order_id=order.id,
        point_id=UUID(values["point"]),
        words=values["words"],
        by=request.actor,
        on=request.on,
    )


def _accept(order: Order, form: forms.OpenPointForm, request: StaffRequest) -> None:
    services.accept(order_id=order.id, point_id=UUID(form.cleaned_data["point"]), **form.stamp)


def _prolong(order: Order, form: forms.ProlongPointForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    given = {name: values[name] for name in ("until", "days", "reason")}
    services.prolong(order_id=order.id, point_id=UUID(values["point"]), **given, **form.stamp)


def _cancel_point(order: Order, form: forms.CancelPointForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.cancel_point(
        order_id=order.id, **form.picked("reason"), point_id=UUID(values["point"]), **form.stamp
    )


def _withdraw(order: Order, form: ReasonForm, request: StaffRequest) -> None:
    services.withdraw(order_id=order.id, **form.picked("reason"), **form.stamp)


def _cancel(order: Order, form: forms.CancelForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.cancel(
        order_id=order.id, **form.picked("reason"), cancelling_id=values["cancelling"], **form.stamp
    )


def _open_points(parts: Any) -> bool:
    return any(point.done_on is None for point in parts["points"])


STEPS: dict[str, Step[Order]] = {
    "confirm": Step(
        "order.confirm",
        NothingForm,
        _confirm,
        label=_("I have read it"),
        text=_("Your name and today's day are recorded on the list of those familiar with the order."),
    ),
    "edit": Step(
        "order.draft", forms.DraftForm, _save, label=_("Edit the draft"), button=_("Save the draft")
    ),
    "submit": Step(
        "order.submit",
        NothingForm,
        _submit,
        text=_("The deputy reads the draft and agrees it, or sends it back with remarks."),
    ),
    "agree": Step(
        "order.agree",
        NothingForm,
        _agree,
        text=_("The head, or whoever replaces the head, then signs it."),
    ),
    "send-back": Step(
        "order.send_back",
        RemarksForm,
        _send_back,
        text=_("The author gets the draft back with your remarks."),
    ),
    "sign": Step(
        "order.sign",
        NothingForm,
        _sign,
        text=_(
            "The order gets its number, its PDF/A is frozen, and everybody it is for is asked to read it. "
            "This cannot be undone; a signed order is cancelled."
        ),
    ),
    "publish": Step("order.publish", forms.PublishForm, _publish),
    "address": Step("order.address", forms.PeopleForm, _address),
    "paper": Step("order.record_paper", forms.PaperForm, _paper),
    "controller": Step(
        "order.control", forms.ControllerForm, _controller, label=_("Say who watches the execution")
    ),
    "point": Step("order.control", forms.PointForm, _point, label=_("Put a point under control")),
    "report": Step("order.report", forms.ReportForm, _report, needs=_open_points),
    "accept": Step("order.accept", forms.OpenPointForm, _accept, needs=_open_points),
    "prolong": Step(
        "order.control",
        forms.ProlongPointForm,
        _prolong,
        label=_("Prolong the term of a point"),
        needs=_open_points,
    ),
    "cancel-point": Step(
        "order.cancel_point",
        forms.CancelPointForm,
        _cancel_point,
        text=_("The point has no force from today; the rest of the order goes on."),
        needs=_open_points,
    ),
    "withdraw": Step("order.withdraw", ReasonForm, _withdraw),
    "cancel": Step(
        "order.cancel",
        forms.CancelForm,
        _cancel,
        text=_(
            "The order has no force from today. What was done by it stays until another order changes it."
        ),
    ),
}

DESK = Desk(kind="order", find=find, name=str, card_url=card_url, ruling=ruling, steps=STEPS)
