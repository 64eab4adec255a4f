"""The powers that were passed down to an office: what holds, what held, and passing or taking back one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.authority.delegations import selectors
from qadaga.authority.delegations.models import Delegation
from qadaga.common.errors import NotFound
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office
from qadaga.organisation import delegations, subjects
from qadaga.web.components import (
    ActionView,
    Column,
    Crumb,
    Empty,
    Row,
    Table,
    Text,
    badge,
    date_text,
    lines,
    link,
)
from qadaga.web.forms import BaseForm, DateField, choose, posted
from qadaga.web.law.links import titled
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.orders.fields import OrderField
from qadaga.web.rulings import power_title, refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


class WithdrawForm(BaseForm):
    """By which order a power is taken back."""

    order = OrderField()

    def __init__(self, *args: Any, own: Office, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["order"]
        assert isinstance(field, OrderField)
        # An order of the actor's own office: only such a one passes or takes back.
        field.offer(kind=delegations.ORDER_KIND, office=own, on=on)


class PassForm(WithdrawForm):
    """Which power, from when until when, by which order."""

    power = forms.ChoiceField(label=gettext_lazy("Power"))
    starts_on = DateField(label=gettext_lazy("From"))
    ends_on = DateField(
        label=gettext_lazy("Until"), help_text=gettext_lazy("The first day on which it holds no longer.")
    )

    field_order = ("power", "starts_on", "ends_on", "order")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        choose(
            self, "power", [("", "—"), *((power, power_title(power)) for power in delegations.passable(on))]
        )


@require_GET
@staff_view
def powers_page(request: StaffRequest, code: str) -> HttpResponse:
    """What was passed to the office, what of it holds today, and by which order."""
    office = offices.office_by_code(code)
    subject = subjects.of_office(office, request.on)
    ruling = authority.may(request.actor, delegations.POWER, subject, on=request.on)
    actions = [
        ActionView(
            _("Pass a power down"),
            ruling_view(ruling),
            url=reverse("offices:pass_power", args=[code]),
            icon="arrow-back-up",
        )
    ]
    context = {
        "title": _("Powers passed down"),
        "subtitle": _("A power passed by an office above holds for its time only, and is never passed on."),
        "crumbs": _crumbs(office),
        "table": _table(selectors.of_office(office.id), office, request.on, may=ruling.allowed),
        "actions": actions,
        "refused": refused(actions),
    }
    return render(request, "offices/powers.html", context)


@require_http_methods(_METHODS)
@staff_view
def pass_power(request: StaffRequest, code: str) -> HttpResponse:
    """Pass a power of the own office to this one for a time."""
    office = offices.office_by_code(code)
    form = PassForm(
        posted(request),
        own=offices.office_by_id(request.actor.office_id),
        on=request.on,
        initial={"starts_on": request.on},
    )

    def act(data: dict[str, Any]) -> str:
        fields = {name: data[name] for name in ("power", "starts_on", "ends_on")}
        delegations.delegate(
            by=request.actor, on=request.on, office_id=office.id, order_id=data["order"], **fields
        )
        return _page(office)

    return respond(request, form, _change(request, office, _("Pass a power down"), _("Pass it down"), act))


@require_http_methods(_METHODS)
@staff_view
def withdraw_power(request: StaffRequest, code: str, pk: UUID) -> HttpResponse:
    """Take a power back from today on."""
    office = offices.office_by_code(code)
    row = next((one for one in selectors.of_office(office.id) if one.id == pk), None)
    if row is None:
        raise NotFound
    own = offices.office_by_id(request.actor.office_id)
    form = WithdrawForm(posted(request), own=own, on=request.on)

    def act(data: dict[str, Any]) -> str:
        delegations.withdraw(
            by=request.actor, on=request.on, office_id=office.id, delegation_id=pk, order_id=data["order"]
        )
        return _page(office)

    title = _("Take the power back: %(power)s") % {"power": power_title(row.power)}
    return respond(request, form, _change(request, office, title, _("Take it back"), act))


def _change(request: StaffRequest, office: Office, title: str, submit: str, act: Any) -> Change:
    return Change(
        power=delegations.POWER,
        subject=subjects.of_office(office, request.on),
        title=title,
        submit=submit,
        crumbs=[*_crumbs(office), Crumb(_("Powers passed down"), _page(office))],
        act=act,
    )


def _table(rows: Sequence[Delegation], office: Office, on: date, *, may: bool) -> Table:
    columns = [
        *(Column(_("Power")), Column(_("From"), "q-date"), Column(_("Until"), "q-date")),
        *(Column(_("Given by")), Column(_("Holds"))),
    ]
    nothing = Empty(
        _("No power was passed to this office"),
        _("It acts by the powers that the law gives it. An office above passes one down by an order."),
    )
    found = [
        Row(
            [
                titled("powers", row.power, power_title(row.power)),
                date_text(row.starts_on),
                date_text(row.last),
                lines(row.given_by.name_in(language()), row.ground),
                _state(row, office, on, may=may),
            ]
        )
        for row in rows
    ]
    return Table(_("Powers passed down"), columns, found, nothing)


def _state(row: Delegation, office: Office, on: date, *, may: bool) -> Text:
    if row.withdrawn_on is not None:
        return lines(badge(_("taken back"), "warning"), row.withdrawn_ground)
    if row.ends_on <= on:
        return badge(_("over"), "neutral")
    shown = badge(_("holds"), "success") if row.holds(on) else badge(_("not begun"), "info")
    if not may:
        return shown
    return lines(
        shown, link(reverse("offices:withdraw_power", args=[office.code, row.id]), _("Take it back"))
    )


def _page(office: Office) -> str:
    return reverse("offices:powers", args=[office.code])


def _crumbs(office: Office) -> list[Crumb]:
    card = reverse("offices:card", args=[office.code])
    return [Crumb(_("Offices"), reverse("offices:tree")), Crumb(office.name_in(language()), card)]
