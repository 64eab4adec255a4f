"""Checks of the index as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.gather import Gathered
from qadaga.matters.selectors.actions import Action
from qadaga.supervision.covert.choices import CheckStatus
from qadaga.supervision.covert.models import CovertCheck
from qadaga.supervision.covert.subject import power_of
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.terms import term_views
from qadaga.web.components import KeyValues, TermView, Text, Tone, badge, date_text
from qadaga.web.covert.steps import open_steps
from qadaga.web.names import language
from qadaga.web.orders.people import named

TONES: dict[str, Tone] = {"demanded": "info", "waiting": "warning", "closed": "success"}
_FOUND: dict[str, Tone] = {"lawful": "success"}


def check_badge(check: CovertCheck, on: date) -> SafeString:
    """Where the check stands; late where a term has run out."""
    if check.due_on and check.due_on < on:
        return badge(_("The term has run out"), "danger", "alert-triangle")
    return badge(check.get_status_display(), TONES[check.status])


def summary(check: CovertCheck) -> KeyValues:
    """Whose case, what of, the days, the result, the act on paper and what became of it."""
    pairs: list[tuple[str, Text]] = [
        (_("Register number"), check.register_number),
        (_("Body"), check.get_body_display()),
        (_("Kind"), check.get_kind_display()),
        (_("Competent office"), check.office.name_in(language())),
    ]
    if check.demanded_on:
        demanded = f"{date_text(check.demanded_on)}, {check.get_demand_ground_display()}"
        pairs.append((_("Materials demanded"), demanded))
    if check.status == CheckStatus.DEMANDED:
        pairs.append((_("Materials expected by"), date_text(check.due_on)))
    if check.received_on:
        pairs.append((_("Materials came on"), date_text(check.received_on)))
    if check.result:
        pairs += _checked(check)
    pairs.append((_("Entered by"), named(check.entered_by)))
    return KeyValues(pairs)


def _checked(check: CovertCheck) -> list[tuple[str, Text]]:
    pairs: list[tuple[str, Text]] = [
        (_("Checked"), f"{date_text(check.checked_on)}, {check.get_ground_display()}"),
        (_("Result"), badge(check.get_result_display(), _FOUND.get(check.result or "", "danger"))),
    ]
    if check.paper_on:
        paper = f"{check.get_paper_kind_display()} № {check.paper_number}, {date_text(check.paper_on)}"
        pairs.append((_("Act on paper"), paper))
    if check.told_on:
        pairs.append((_("The office above was told on"), date_text(check.told_on)))
    if check.status == CheckStatus.WAITING and check.due_on:
        pairs.append((_("Result expected by"), date_text(check.due_on)))
    if check.reply_on:
        pairs.append((_("What became of it"), f"{check.get_reply_display()}, {date_text(check.reply_on)}"))
    return pairs


def terms(parts: Gathered, on: date) -> list[TermView]:
    """The terms that ran or run, each with why its day is what it is."""
    return term_views(parts["terms"], parts["term_events"], on, parts.calendar)


def panel(check: CovertCheck, actions: Sequence[Action]) -> Panel:
    """What may be done with the check as it stands."""
    primary = power_of(check.kind)
    return step_panel(actions, open_steps(check), check.id, "covert:step", primary=primary)
