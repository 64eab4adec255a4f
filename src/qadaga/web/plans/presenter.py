"""Plans as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.coordination.plans.models import Plan, PlanItem
from qadaga.coordination.plans.selectors import directions
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.plans.steps import steps_of

TONES: dict[str, Tone] = {"draft": "warning", "approved": "info", "closed": "success"}


def plan_badge(plan: Plan, on: date) -> SafeString:
    """Where the plan stands; one with an item whose day has passed is behind."""
    if plan.due_on and plan.due_on < on:
        return badge(_("Behind the plan"), "danger", "alert-triangle")
    return badge(plan.get_status_display(), TONES[plan.status])


def plan_summary(plan: Plan, items: Sequence[PlanItem], on: date) -> KeyValues:
    """Whose plan, for which period, how much is done and behind."""
    done = sum(one.done_on is not None for one in items)
    behind = sum(one.done_on is None and one.due_on < on for one in items)
    pairs: list[tuple[str, Text]] = [
        (_("Whose plan"), plan.get_kind_display()),
        (_("Office"), plan.office.name_in(language())),
        (_("Period"), f"{plan.get_period_display()}, {date_text(plan.starts_on)}"),
        (_("First day after it"), date_text(plan.ends_on)),
        (_("Done"), f"{done} / {len(items)}"),
        (_("Behind"), badge(str(behind), "danger") if behind else "0"),
    ]
    if plan.person:
        pairs.insert(1, (_("Person"), named(plan.person)))
    if plan.approved_by:
        pairs.append((_("Approved"), f"{named(plan.approved_by)}, {date_text(plan.approved_on)}"))
    return KeyValues(pairs)


def items_section(plan: Plan, items: Sequence[PlanItem], on: date) -> Section:
    """The measures."""
    titles = {key: title.get(language()) for key, title in directions(on)}
    rows = [
        (
            str(one.no),
            lines(one.what, titles.get(one.direction, ""), one.norm),
            named(one.executor) if one.executor else one.body.name(language()) if one.body else "—",
            date_text(one.due_on),
            _state(plan, one, on),
        )
        for one in items
    ]
    columns = [_("No."), _("What is to be done"), _("Who carries it out"), _("Until"), _("Status")]
    empty = _("Add the first item under What to do: each stands on a norm.")
    return section("items", _("Items of the plan"), columns, rows, empty, stacks=True)


def _state(plan: Plan, one: PlanItem, on: date) -> Text:
    if one.done_on:
        return lines(badge(_("Done"), "success"), date_text(one.done_on), one.result)
    if plan.status == "approved" and one.due_on < on:
        return badge(_("Behind"), "danger", "alert-triangle")
    return badge(_("Not done yet"), "neutral")


def plan_panel(plan: Plan, actions: Sequence[Action]) -> Panel:
    """What may be done as the plan stands."""
    return step_panel(actions, steps_of(plan), plan.id, "plans:step")
