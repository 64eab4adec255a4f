"""The actions panel: what may be done now, and what may not, with the clauses that say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise

from qadaga.matters.gather import Gathered
from qadaga.matters.selectors import Action
from qadaga.web.components import ActionView
from qadaga.web.law.may_presenter import question_url
from qadaga.web.rulings import power_title, ruling_view
from qadaga.web.steps import Step


@dataclass(frozen=True, slots=True)
class Panel:
    """`actions` may be done (the expected step first); `refused` may not."""

    actions: Sequence[ActionView]
    refused: Sequence[ActionView]


def step_panel(
    actions: Sequence[Action],
    steps: Mapping[str, Step[Any]],
    pk: UUID,
    address: str,
    *,
    primary: str = "",
    parts: Gathered | None = None,
    groups: Mapping[str, str | Promise] | None = None,
) -> Panel:
    """The panel of a card whose steps are declared: a power may have several steps, a step one power.

    `address` names the url of a step; `primary` is the power expected next, `parts` what hangs on the card.
    `groups` tells a power's or one step's heading, in the order of the headings, where there is so much to do
    that one list is no help. A power that the law allows but the record's status does not lead on from is not
    shown: it is neither refused nor to be done now.
    """
    headings = groups or {}
    judged = {action.power: action for action in actions}
    rows = [(slug, step, judged[step.power]) for slug, step in steps.items() if step.power in judged]
    may = [
        ActionView(
            label=step.title,
            ruling=ruling_view(action.ruling),
            url=reverse(address, args=[pk, slug]),
            primary=step.power == primary,
            group=str(headings.get(slug) or headings.get(step.power, "")),
        )
        for slug, step, action in rows
        if action.allowed and (step.needs is None or parts is None or step.needs(parts))
    ]
    refused = [
        ActionView(
            label=power_title(action.power),
            ruling=ruling_view(action.ruling),
            why_url=question_url(action.facts) if action.facts else "",
        )
        for action in actions
        if not action.ruling.allowed
    ]
    return Panel(_expected_first(_together(may, headings)), refused)


def _together(views: list[ActionView], groups: Mapping[str, str | Promise]) -> list[ActionView]:
    order = ["", *dict.fromkeys(str(heading) for heading in groups.values())]
    return sorted(views, key=lambda view: order.index(view.group))


def _expected_first(views: list[ActionView]) -> list[ActionView]:
    # One step is expected next, or the only one there is; further steps of its power stand where they are.
    if len(views) == 1:
        return [replace(views[0], primary=True, group="")]
    first = next((view for view in views if view.primary), None)
    if first is None:
        return views
    return [replace(first, group=""), *(replace(view, primary=False) for view in views if view is not first)]
