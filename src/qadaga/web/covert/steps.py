"""Every step on a check of the index: the power, the form, the service."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.law.model import Ruling
from qadaga.supervision.covert import selectors, services
from qadaga.supervision.covert.choices import CheckStatus
from qadaga.supervision.covert.models import CovertCheck
from qadaga.supervision.covert.subject import STOP, SUPERVISE, check_subject, power_of
from qadaga.web.covert import forms
from qadaga.web.steps import Desk, Step
from qadaga.web.views import StaffRequest


def find(request: StaffRequest, pk: UUID) -> CovertCheck:
    """The check within the circle; NotFound outside the scope, the reading journalled."""
    return selectors.read_check(request.actor, request.on, pk)


def _ruling(check: CovertCheck, power: str, request: StaffRequest) -> Ruling:
    subject = check_subject(check, request.actor, request.on)
    return authority.offered(request.actor, _own(power, check), subject, request.on)


def _own(power: str, check: CovertCheck) -> str:
    """Counter-intelligence is checked by a power of its own."""
    return power_of(check.kind) if power == SUPERVISE else power


def _check(check: CovertCheck, form: forms.CheckForm, request: StaffRequest) -> None:
    services.check(check_id=check.id, checked=form.checked(), **form.stamp)


def _stop(check: CovertCheck, form: forms.StopForm, request: StaffRequest) -> None:
    told_on = form.cleaned_data["told_on"]
    services.stop(check_id=check.id, checked=form.checked(), told_on=told_on, **form.stamp)


def _reply(check: CovertCheck, form: forms.ReplyForm, request: StaffRequest) -> None:
    services.record_reply(check_id=check.id, **form.picked("reply", "reply_on"), **form.stamp)


_NOTHING_ELSE = _("Numbers, days and closed lists only: no text and no file is taken here (O.8.d5).")
STEPS: dict[str, Step[CovertCheck]] = {
    "check": Step(SUPERVISE, forms.CheckForm, _check, label=_("Record the check"), text=_NOTHING_ELSE),
    "stop": Step(STOP, forms.StopForm, _stop, text=_NOTHING_ELSE),
    "reply": Step(
        SUPERVISE, forms.ReplyForm, _reply, label=_("Record what became of the act"), text=_NOTHING_ELSE
    ),
}
_OPEN = {CheckStatus.DEMANDED: ("check", "stop"), CheckStatus.WAITING: ("reply",), CheckStatus.CLOSED: ()}


def open_steps(check: CovertCheck) -> Mapping[str, Step[CovertCheck]]:
    """The steps that the check's status leads on to, each with the power of its kind."""
    slugs = _OPEN[CheckStatus(check.status)]
    return {slug: replace(STEPS[slug], power=_own(STEPS[slug].power, check)) for slug in slugs}


DESK: Desk[CovertCheck] = Desk(
    kind="operative_case",
    find=find,
    name=lambda check: check.register_number,
    card_url=lambda check: reverse("covert:card", args=[check.id]),
    ruling=_ruling,
    steps=STEPS,
)
