"""Treaties and checks as pages show them."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.gather import Gathered
from qadaga.matters.selectors.actions import Action
from qadaga.treaties.models import Treaty, TreatyCheck
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.treaties.presenter import papers_section
from qadaga.web.treaties.steps import CHECK_STEPS, TREATY_STEPS

TONES: Mapping[str, Tone] = {
    "draft": "warning",
    "opined": "info",
    "concluded": "success",
    "ended": "neutral",
    "begun": "warning",
    "done": "success",
}
# Which steps stand open in which status, the expected one first.
OPEN = {
    "draft": ("position", "paper"),
    "opined": ("conclude", "paper"),
    "concluded": ("contact", "paper", "end"),
    "ended": ("paper",),
}


def standing(row: Treaty | TreatyCheck, on: date) -> SafeString:
    """Where it stands; a last day that has passed is said first."""
    if row.due_on is not None and row.due_on < on:
        return badge(_("Overdue"), "danger", "alert-triangle")
    return badge(row.get_status_display(), TONES[row.status])


def treaty_summary(treaty: Treaty) -> KeyValues:
    """With whom, from whom the draft came, the position, since when in force."""
    pairs: list[tuple[str, Text]] = [
        (_("With whom"), lines(treaty.partner, treaty.get_partner_kind_display())),
        (_("Registered"), date_text(treaty.entered_on)),
    ]
    if treaty.sent_by:
        pairs.append(
            (_("Draft sent by"), lines(treaty.sent_by.name(language()), date_text(treaty.received_on)))
        )
    if treaty.opined_by:
        said = (treaty.get_position_display() or "", date_text(treaty.opined_on), named(treaty.opined_by))
        pairs.append((_("Position"), lines(*said)))
    if treaty.concluded_on:
        pairs.append((_("Concluded on"), lines(date_text(treaty.concluded_on), treaty.basis or "")))
        pairs.append((_("In force since"), date_text(treaty.force_on)))
    if treaty.concluded_by:
        pairs.append((_("Who concluded"), named(treaty.concluded_by)))
    if treaty.ended_on:
        pairs.append((_("Not in force since"), lines(date_text(treaty.ended_on), treaty.ended_why or "")))
    return KeyValues(pairs)


def treaty_texts(treaty: Treaty) -> list[tuple[str, str]]:
    """The position in words."""
    return [(_("Position and remarks"), treaty.position_text)] if treaty.position_text else []


def treaty_sections(treaty: Treaty, parts: Gathered) -> list[Section]:
    """Cooperation by it, its documents."""
    rows = [
        (
            lines(date_text(row.held_on), row.get_kind_display()),
            row.about,
            row.outcome,
            who(parts, row.by_id),
        )
        for row in reversed(parts["contacts"])
    ]
    columns = [_("Day"), _("About what"), _("What came of it"), _("Who entered it")]
    empty = _("Meetings, exchange of information, joint measures are recorded under What to do.")
    contacts = section("contacts", _("Cooperation"), columns, rows, empty, stacks=True)
    papers = papers_section(parts, "treaties:paper", treaty.id)
    return [contacts, papers] if treaty.concluded_on else [papers]


def treaty_panel(treaty: Treaty, actions: Sequence[Action]) -> Panel:
    """What may be done with the treaty as it stands."""
    steps = {slug: TREATY_STEPS[slug] for slug in OPEN[treaty.status]}
    shown = [one for one in actions if one.possible]
    return step_panel(shown, steps, treaty.id, "treaties:step", primary=next(iter(steps.values())).power)


def check_summary(check: TreatyCheck) -> KeyValues:
    """Which treaty, which body, on which ground, who, until when."""
    pairs: list[tuple[str, Text]] = [
        (_("Treaty"), lines(check.treaty.title(language()), check.treaty.partner)),
        (_("Ground"), check.get_ground_display()),
        (_("Officer"), named(check.officer)),
        (_("Office"), check.office.name_in(language())),
        (_("Begun"), date_text(check.begun_on)),
    ]
    if check.due_on:
        pairs.append((_("To be finished by"), date_text(check.due_on)))
    if check.finished_on:
        tone: Tone = "danger" if check.outcome == "violated" else "success"
        said = badge(check.get_outcome_display() or "", tone)
        pairs.append((_("Outcome"), format_html("{} {}", said, date_text(check.finished_on))))
        pairs.append((_("How the body was told"), check.told_how or ""))
    if check.violation:
        matter = check.violation.matter
        pairs.append((_("Matter"), link(reverse("matters:card", args=[matter.id]), str(matter))))
    return KeyValues(pairs)


def check_texts(check: TreatyCheck) -> list[tuple[str, str]]:
    """What is checked and what was found."""
    texts = [(_("What is checked"), check.scope), (_("What was found"), check.findings or "")]
    return [(head, text) for head, text in texts if text]


def check_panel(check: TreatyCheck, actions: Sequence[Action]) -> Panel:
    """What may be done with the check as it stands."""
    slugs = ["finish"] if check.status == "begun" else []
    if check.outcome == "violated" and check.violation is None:
        slugs.append("violation")
    steps = {slug: CHECK_STEPS[slug] for slug in slugs}
    return step_panel(actions, steps, check.id, "treaty_checks:step", primary="treaty.supervise")
