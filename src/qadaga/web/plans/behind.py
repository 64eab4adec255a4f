"""What is behind the plans as pages show it: the figures, each the way to its list, and the lists."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.coordination.plans.models import PlanItem
from qadaga.coordination.plans.standings import Standing
from qadaga.staff.models import Person
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.orders.people import named


def standings_section(counted: Sequence[Standing]) -> Section:
    """By office and person: how many items, done, behind."""
    rows: list[tuple[Text, ...]] = [
        (
            one.office,
            Person(last_name=one.person[0], first_name=one.person[1], middle_name=one.person[2]).short_name
            if one.person
            else one.body or "—",
            _figure(one, "items", one.items),
            _figure(one, "done", one.done),
            _figure(one, "behind", one.behind),
        )
        for one in counted
    ]
    columns = [_("Office"), _("Who carries it out"), _("Items"), _("Done"), _("Behind")]
    empty = _("No approved plan runs. Draft one under Plans of work; the head approves it.")
    return section("standings", _("By office and person"), columns, rows, empty, stacks=True)


def _figure(one: Standing, what: str, amount: int) -> Text:
    """The figure as the way to its list; a figure of nothing has none."""
    who = one.whose.executor or one.whose.body
    if not amount or who is None:
        return "0"
    kind = what if one.whose.executor else f"body-{what}"
    url = reverse("plans:behind_list", args=[one.whose.office, who, kind])
    return link(url, badge(str(amount), "danger", "alert-triangle") if what == "behind" else str(amount))


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


def items_listed(rows: Sequence[PlanItem], on: date) -> Section:
    """The items behind a figure, each with the way to its plan."""
    cells: list[tuple[Text, ...]] = [
        (
            link(reverse("plans:card", args=[one.plan_id]), one.what),
            lines(one.plan.title, one.plan.office.name_in(language())),
            date_text(one.due_on),
            _state(one, on),
        )
        for one in rows
    ]
    columns = [_("What is to be done"), _("Plan"), _("Until"), _("Status")]
    return section("items", _("Items of the plan"), columns, cells, _("Nothing is counted."), stacks=True)


def _state(one: PlanItem, on: date) -> Text:
    if one.done_on:
        return lines(badge(_("Done"), "success"), date_text(one.done_on), one.result)
    if one.due_on < on:
        return badge(_("days: %(days)s") % {"days": (on - one.due_on).days}, "danger", "alert-triangle")
    return badge(_("Not done yet"), "neutral")


def list_title(what: str) -> str:
    """What the list counts."""
    titles = {"items": _("Items of plans that run"), "done": _("Items done"), "behind": _("Items behind")}
    return titles[what]


def list_subtitle(rows: Sequence[PlanItem]) -> str:
    """Who carries them out."""
    if not rows:
        return ""
    one = rows[0]
    return named(one.executor) if one.executor else one.body.name(language()) if one.body else ""
