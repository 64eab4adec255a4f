"""Councils and decisions as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.coordination.choices import CouncilStatus
from qadaga.coordination.models import Council, CouncilMember, Decision, DecisionReport, DecisionTerm
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, addresses, section
from qadaga.web.components import KeyValues, Text, badge, date_text, lines, link
from qadaga.web.coordination.decision_steps import decision_steps
from qadaga.web.coordination.presenter import executor
from qadaga.web.coordination.steps import COUNCIL_STEPS
from qadaga.web.names import language
from qadaga.web.orders.people import named


def decision_summary(decision: Decision) -> KeyValues:
    """Of which session, on which item, by whom, until when, by which order."""
    session = decision.session
    pairs: list[tuple[str, Text]] = [
        (_("Session"), link(reverse("sessions:card", args=[session.id]), str(session))),
        (_("Item of the agenda"), str(decision.item)),
        (_("Who carries it out"), executor(decision)),
        (_("Until"), date_text(decision.due_on)),
    ]
    if decision.order:
        order = link(reverse("orders:card", args=[decision.order.id]), str(decision.order))
        pairs.append((_("Order that carries it out"), order))
    if decision.done_on:
        pairs.append((_("Carried out"), date_text(decision.done_on)))
    if session.signed_on:
        paper = link(reverse("decisions:paper", args=[decision.id]), _("Extract from the minutes"))
        pairs.append((_("On paper"), paper))
    return KeyValues(pairs)


def reports_section(reports: Sequence[DecisionReport]) -> Section:
    """What was reported."""
    rows = [
        (
            date_text(one.on),
            named(one.by),
            lines(one.text, _("Still to be done: %(left)s") % {"left": one.left} if one.left else ""),
            _outcome(one),
        )
        for one in reports
    ]
    columns = [_("Day"), _("Who"), _("What was done"), _("Status")]
    empty = _("Whoever carries it out reports under What to do.")
    return section("reports", _("What was reported"), columns, rows, empty, stacks=True)


def _outcome(one: DecisionReport) -> Text:
    if one.done:
        return badge(_("Carried out"), "success")
    return badge(_("Done in part"), "warning") if one.left else badge(_("Under control"), "info")


def terms_section(decision: Decision, terms: Sequence[DecisionTerm]) -> Section:
    """The history of the term: the day first set, then each change, why, how it was decided, by whom."""
    first = terms[0].before if terms else decision.due_on
    set_on = _("Set by the minutes") if decision.set_on else _("In the draft of the minutes")
    rows: list[tuple[Text, ...]] = [(date_text(decision.set_on), set_on, date_text(first), "—", "—")]
    rows += [
        (
            date_text(one.on),
            lines(one.get_kind_display(), _("after the day had passed") if one.on > one.before else ""),
            f"{date_text(one.before)} → {date_text(one.after)}",
            one.reason,
            lines(_basis(one), named(one.by)),
        )
        for one in terms
    ]
    columns = [_("When"), _("What"), _("Until"), _("Why"), _("How it was decided")]
    return section("terms", _("History of the term"), columns, rows, "", stacks=True)


def _basis(one: DecisionTerm) -> Text:
    if one.sitting is not None:
        return link(reverse("sessions:card", args=[one.sitting.id]), str(one.sitting))
    return one.paper or one.get_how_display()


def decision_panel(decision: Decision, actions: Sequence[Action]) -> Panel:
    """Reporting and its term, while it is under control."""
    steps = decision_steps(decision) if decision.status == "opened" else {}
    return step_panel(actions, steps, decision.id, "decisions:step", primary=actions[0].power)


def council_summary(council: Council) -> KeyValues:
    """Whose council, since when, on what it rests."""
    pairs: list[tuple[str, Text]] = [
        (_("Office"), council.office.name_in(language())),
        (_("Works since"), date_text(council.formed_on)),
        (_("What it rests on"), council.basis),
        (_("Who chairs"), _("The head of the office")),
    ]
    if council.ended_on:
        pairs.append((_("First day without it"), date_text(council.ended_on)))
    return KeyValues(pairs)


def members_section(members: Sequence[CouncilMember]) -> Section:
    """Bodies and their heads."""
    rows = [
        (
            one.body.name(language()),
            one.name,
            one.post,
            date_text(one.since),
            date_text(one.until) if one.until else badge(_("Sits"), "success"),
        )
        for one in members
    ]
    columns = [_("Body or organisation"), _("Name"), _("Post"), _("From"), _("Until")]
    empty = _("Name the first member under What to do.")
    return section("members", _("Members"), columns, rows, empty, stacks=True)


def council_panel(council: Council, actions: Sequence[Action]) -> Panel:
    """Members come and go while it works."""
    steps = COUNCIL_STEPS if council.status == CouncilStatus.OPEN else {}
    return step_panel(actions, steps, council.id, "councils:step")


def councils_section(rows: Sequence[Council], on: date) -> Section:
    """The councils of the scope."""
    address, spoken = addresses("councils:card"), language()
    badges = {
        status: badge(str(label), "success" if status == CouncilStatus.OPEN else "neutral")
        for status, label in CouncilStatus.choices
    }
    cells = [
        (
            link(address(one.id), one.office.name_in(spoken)),
            date_text(one.formed_on),
            badges[one.status],
        )
        for one in rows
    ]
    columns = [_("Office"), _("Works since"), _("Status")]
    empty = _("The head of an office forms its council; heads of bodies are its members.")
    return section("councils", _("Coordination councils"), columns, cells, empty, stacks=True)
