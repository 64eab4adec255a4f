"""Steps on what hangs on an appeal: a forwarding, a decision, a request to see the materials.

A record here is the row with its appeal; the page, the ruling and the journal are the appeal's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from qadaga.appeals import services
from qadaga.appeals.models import Appeal, Decision, Forwarding, MaterialsRequest
from qadaga.common.errors import NotFound
from qadaga.law.model import Ruling
from qadaga.web.appeals import steps
from qadaga.web.appeals.forms import answering, handling
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest

Row = Decision | Forwarding | MaterialsRequest


@dataclass(slots=True)
class About:
    """A row with its appeal, as a record of a desk."""

    appeal: Appeal
    row: Any

    @property
    def id(self) -> UUID:
        """The appeal's key: the journal tells of the appeal."""
        return self.appeal.id

    @property
    def version(self) -> int:
        """The row's own version where it has one, else the appeal's."""
        return int(getattr(self.row, "version", self.appeal.version))


def _told_of_forwarding(about: About, form: handling.ToldForm, request: StaffRequest) -> None:
    services.tell_of_forwarding(**_who(about, request), forwarding_id=about.row.id, **_told(form))


def _told_of_decision(about: About, form: handling.ToldForm, request: StaffRequest) -> None:
    services.tell_of_decision(**_who(about, request), decision_id=about.row.id, **_told(form))


def _outcome(about: About, form: handling.OutcomeForm, request: StaffRequest) -> None:
    said = {name: form.cleaned_data[name] for name in ("outcome", "outcome_on", "note")}
    services.record_outcome(**_who(about, request), forwarding_id=about.row.id, **said)


def _decide(about: About, form: answering.MaterialsDecisionForm, request: StaffRequest) -> None:
    said = {name: form.cleaned_data[name] for name in ("decision", "withheld", "withheld_why")}
    services.decide_materials(**_request(about, form, request), **said)


def _show(about: About, form: answering.MaterialsShownForm, request: StaffRequest) -> None:
    said = {name: form.cleaned_data[name] for name in ("shown_on", "note")}
    services.show_materials(**_request(about, form, request), **said)


def _who(about: About, request: StaffRequest) -> dict[str, Any]:
    return {"appeal_id": about.appeal.id, "by": request.actor, "on": request.on}


def _request(about: About, form: StepForm, request: StaffRequest) -> dict[str, Any]:
    return {**_who(about, request), "request_id": about.row.id, "version": form.expected}


def _told(form: StepForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("told_on", "way")}


STEPS: dict[str, tuple[str, Step[About]]] = {
    "forwarding-told": ("forwardings", Step("appeal.tell", handling.ToldForm, _told_of_forwarding)),
    "forwarding-outcome": ("forwardings", Step("appeal.control", handling.OutcomeForm, _outcome)),
    "decision-told": ("decisions", Step("appeal.tell", handling.ToldForm, _told_of_decision)),
    "materials-decide": (
        "materials_requests",
        Step("appeal.decide_materials", answering.MaterialsDecisionForm, _decide),
    ),
    "materials-show": (
        "materials_requests",
        Step("appeal.show_materials", answering.MaterialsShownForm, _show),
    ),
}


def desk_of(slug: str, row_id: UUID) -> Desk[About]:
    """The desk of one step on one row."""
    related, step = STEPS[slug]
    return Desk(
        kind="appeal",
        find=_finder(related, row_id),
        name=lambda about: about.appeal.number,
        card_url=lambda about: steps.card_url(about.appeal),
        ruling=_ruling,
        steps={slug: step},
    )


def _finder(related: str, row_id: UUID) -> Callable[[StaffRequest, UUID], About]:
    def find(request: StaffRequest, pk: UUID) -> About:
        appeal = steps.find(request, pk)
        row = getattr(appeal, related).filter(id=row_id).first()
        if row is None:
            raise NotFound
        return About(appeal, row)

    return find


def _ruling(about: About, power: str, request: StaffRequest) -> Ruling:
    return steps.ruling(about.appeal, power, request)
