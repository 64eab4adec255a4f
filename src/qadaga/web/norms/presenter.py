"""Norms and duties as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.gather import Gathered
from qadaga.matters.norms.choices import NormStatus
from qadaga.matters.norms.models import LaidDuty, Norm
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.norms.steps import DUTY_STEPS, NORM_STEPS
from qadaga.web.orders.people import named


def norm_badge(norm: Norm, on: date) -> SafeString:
    """Whether anything may rest on it today."""
    if norm.status == NormStatus.DRAFT:
        return badge(norm.get_status_display(), "warning")
    if norm.in_force(on):
        return badge(_("In force"), "success")
    return badge(_("Not in force yet") if norm.valid_from > on else _("No longer in force"), "neutral")


def norm_row(norm: Norm, on: date) -> tuple[Text, ...]:
    """A norm in the list."""
    return (
        norm.get_kind_display(),
        lines(link(reverse("norms:card", args=[norm.id]), norm.title(language())), str(norm)),
        norm.edition,
        date_text(norm.valid_from),
        date_text(norm.valid_to) if norm.valid_to else "—",
        norm_badge(norm, on),
    )


def norm_summary(norm: Norm) -> KeyValues:
    """The law, its edition, from when until when, by which order."""
    pairs: list[tuple[str, Text]] = [
        (_("What it gives"), norm.get_kind_display()),
        (_("Which law"), norm.act),
        (_("Article"), norm.article),
        (_("Edition"), norm.edition),
        (_("In force from"), date_text(norm.valid_from)),
        (_("Not in force from"), date_text(norm.valid_to) if norm.valid_to else "—"),
        (_("Entered"), f"{named(norm.entered_by)}, {date_text(norm.entered_on)}"),
    ]
    if norm.approved_by:
        pairs.append((_("Order"), f"№ {norm.decision}, {date_text(norm.decided_on)}"))
        pairs.append((_("Approved"), f"{named(norm.approved_by)}, {date_text(norm.approved_on)}"))
    return KeyValues(pairs)


def norm_panel(norm: Norm, actions: Sequence[Action]) -> Panel:
    """What may be done as the norm stands."""
    open_now = ["approve"] if norm.status == NormStatus.DRAFT else []
    open_now += ["end"] if norm.valid_to is None else []
    return step_panel(actions, {slug: NORM_STEPS[slug] for slug in open_now}, norm.id, "norms:step")


def duty_badge(duty: LaidDuty, on: date) -> SafeString:
    """Fulfilled, waiting, or late."""
    if duty.done_on:
        return badge(duty.get_status_display(), "success")
    if duty.due_on < on:
        return badge(_("Overdue"), "danger", "alert-triangle")
    return badge(duty.get_status_display(), "warning")


def duty_summary(duty: LaidDuty) -> KeyValues:
    """The norm, who bears the duty, until when, what came of it."""
    pairs: list[tuple[str, Text]] = [
        (_("Norm"), link(reverse("norms:card", args=[duty.norm_id]), str(duty.norm))),
        (_("What the norm says"), duty.norm.title(language())),
        (_("Who bears it"), named(duty.executor)),
        (_("Laid by"), f"{named(duty.laid_by)}, {date_text(duty.laid_on)}"),
        (_("Last day of the term"), date_text(duty.due_on)),
    ]
    if duty.done_by:
        pairs.append((_("Fulfilled"), f"{named(duty.done_by)}, {date_text(duty.done_on)}"))
    return KeyValues(pairs)


def duty_panel(duty: LaidDuty, actions: Sequence[Action]) -> Panel:
    """What may be done with the duty as it stands."""
    steps = {} if duty.done_on else DUTY_STEPS
    return step_panel(actions, steps, duty.id, "laid_duties:step")


def in_matter(parts: Gathered) -> Section:
    """The other tasks and functions that a matter serves."""
    rows = [
        (
            norm.get_kind_display(),
            link(reverse("norms:card", args=[norm.id]), norm.title(language())),
            str(norm),
        )
        for norm in parts["norms"]
    ]
    columns = [_("What it gives"), _("What it is called"), _("Norm")]
    return section("norms", _("Other tasks and functions"), columns, rows, "")
