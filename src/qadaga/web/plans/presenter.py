"""Plans as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.coordination.plans.models import Plan, PlanChange, PlanItem
from qadaga.coordination.plans.selectors import Standing, directions
from qadaga.matters.selectors.actions import Action
from qadaga.staff.models import Person
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, period_text, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
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
    behind = sum(_late(one, on) for one in items)
    given_up = sum(one.dropped_on is not None for one in items)
    pairs: list[tuple[str, Text]] = [
        (_("Whose plan"), plan.get_kind_display()),
        (_("Office"), plan.office.name_in(language())),
        (_("Period"), f"{plan.get_period_display()}, {period_text(plan.starts_on, plan.ends_on)}"),
        (_("Done"), f"{done} / {len(items) - given_up}"),
        (_("Behind"), badge(str(behind), "danger") if behind else "0"),
    ]
    if plan.person:
        pairs.insert(1, (_("Person"), named(plan.person)))
    if given_up:
        pairs.append((_("Item given up"), str(given_up)))
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
    if one.dropped_on:
        return lines(badge(_("Item given up"), "neutral"), date_text(one.dropped_on))
    if plan.status == "approved" and one.due_on < on:
        return badge(_("Behind"), "danger", "alert-triangle")
    return badge(_("Not done yet"), "neutral")


def _late(one: PlanItem, on: date) -> bool:
    return one.done_on is None and one.dropped_on is None and one.due_on < on


def changes_section(changes: Sequence[PlanChange]) -> Section:
    """What was put off or given up, when, why, by whom."""
    rows: list[tuple[Text, ...]] = [
        (
            date_text(one.on),
            str(one.item)[:200],
            lines(
                one.get_kind_display(),
                f"{date_text(one.before)} → {date_text(one.after)}" if one.after else "",
            ),
            one.reason,
            named(one.by),
        )
        for one in changes
    ]
    columns = [_("When"), _("Item of the plan"), _("What"), _("Why"), _("Who")]
    empty = _("Nothing was put off or given up.")
    return section("changes", _("Put off and given up"), columns, rows, empty, stacks=True)


def standings_section(counted: Sequence[Standing]) -> Section:
    """By office and person: how many items, done, behind."""
    rows: list[tuple[Text, ...]] = [
        (
            one.office,
            Person(last_name=one.person[0], first_name=one.person[1], middle_name=one.person[2]).short_name
            if one.person
            else one.body or "—",
            str(one.items),
            str(one.done),
            badge(str(one.behind), "danger", "alert-triangle") if one.behind else "0",
        )
        for one in counted
    ]
    columns = [_("Office"), _("Who carries it out"), _("Items"), _("Done"), _("Behind")]
    empty = _("No approved plan runs. Draft one under Plans of work; the head approves it.")
    return section("standings", _("By office and person"), columns, rows, empty, stacks=True)


def behind_section(late: Sequence[PlanItem], on: date) -> Section:
    """Each item whose day has passed, the longest behind first, with the way to its plan."""
    rows: list[tuple[Text, ...]] = [
        (
            lines(
                link(reverse("plans:card", args=[one.plan_id]), one.what),
                one.plan.title,
                one.plan.office.name_in(language()),
            ),
            named(one.executor) if one.executor else one.body.name(language()) if one.body else "—",
            date_text(one.due_on),
            badge(_("days: %(days)s") % {"days": (on - one.due_on).days}, "danger"),
        )
        for one in late
    ]
    columns = [_("What is to be done"), _("Who carries it out"), _("Until"), _("Behind")]
    return section("behind", _("What is behind"), columns, rows, _("Nothing is behind."), stacks=True)


def plan_panel(plan: Plan, actions: Sequence[Action]) -> Panel:
    """What may be done as the plan stands."""
    return step_panel(actions, steps_of(plan), plan.id, "plans:step")
