"""Analyses of the state of legality as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.selectors.actions import Action
from qadaga.offices.kato import units
from qadaga.supervision.legality.choices import AnalysisStatus
from qadaga.supervision.legality.models import Analysis
from qadaga.supervision.legality.selectors import AnalysisParts
from qadaga.supervision.legality.subject import ANALYSE, APPROVE, TELL
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, period_text, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, link
from qadaga.web.legality.steps import ANALYSIS_STEPS
from qadaga.web.names import language
from qadaga.web.orders.people import named

TONES: dict[str, Tone] = {"draft": "info", "submitted": "warning", "approved": "success"}
OPEN = {
    "draft": ("source", "finding", "proposal", "submit", "drop"),
    "submitted": ("approve", "send-back"),
    "approved": ("tell",),
}
NEXT = {"draft": ANALYSE, "submitted": APPROVE, "approved": TELL}


def analysis_badge(row: Analysis, on: date) -> SafeString:
    """Where the analysis stands, or that it is late."""
    if row.due_on is not None and row.due_on < on:
        return badge(_("The analysis is late"), "danger", "alert-triangle")
    return badge(row.get_status_display(), TONES[row.status])


def analysis_summary(row: Analysis) -> KeyValues:
    """Period, territory, ground, who writes it until when, who approved it."""
    unit = units().get(row.kato or "")
    where = (unit.name_kk if language() == "kk" else unit.name_ru) if unit else ""
    pairs: list[tuple[str, Text]] = [
        (_("Period"), period_text(row.starts_on, row.ends_on)),
        (_("Territory"), where or _("All the office is competent for")),
        (_("Ground"), row.get_ground_display()),
        (_("Office"), row.office.name_in(language())),
        (_("Written by"), named(row.author)),
        (_("Ordered on"), date_text(row.ordered_on)),
    ]
    if row.due_on:
        pairs.append((_("To be written by"), date_text(row.due_on)))
    if row.approved_by is not None:
        pairs.append((_("Approved"), f"{date_text(row.approved_on)}, {named(row.approved_by)}"))
    printed = link(reverse("analyses:paper", args=[row.id]), row.number_text or _("As it will print"))
    pairs.append((_("Paper"), printed))
    return KeyValues(pairs)


def analysis_texts(row: Analysis) -> list[tuple[str, str]]:
    """What is to be found out, the head's remarks, the conclusion."""
    texts = [
        (_("What is to be found out"), row.question),
        (_("Remarks"), row.remarks),
        (_("Conclusion"), row.conclusion),
    ]
    return [(head, text) for head, text in texts if text]


def analysis_sections(row: Analysis, parts: AnalysisParts) -> list[Section]:
    """Sources, findings, proposals, who was informed."""
    found = [
        section(
            "sources",
            _("Sources"),
            [_("Kind"), _("Which"), _("What it shows")],
            [(one.get_kind_display(), one.reference, one.shows) for one in parts.sources],
            _("Name what the analysis rests on under What to do."),
            stacks=True,
        ),
        section(
            "findings",
            _("What the analysis found"),
            [_("Norm violated"), _("What was found"), _("How many times")],
            [(one.norm, one.what, str(one.times or "—")) for one in parts.findings],
            _("What the sources show, each with the norm that is not kept."),
            stacks=True,
        ),
        section(
            "proposals",
            _("Proposals"),
            [_("What should be done"), _("By whom"), _("Until")],
            [(one.what, one.executor, date_text(one.until)) for one in parts.proposals],
            _("What should be done, by whom, until when."),
            stacks=True,
        ),
    ]
    return [*found, _informed(parts)] if row.status == AnalysisStatus.APPROVED else found


def _informed(parts: AnalysisParts) -> Section:
    rows = [
        (one.body.name(language()), date_text(one.on), one.get_way_display(), one.reference)
        for one in parts.informed
    ]
    columns = [_("Who was informed"), _("Day"), _("Way"), _("Number of the letter")]
    return section("informed", _("Who was informed"), columns, rows, _("Nobody has been informed yet."))


def analysis_panel(row: Analysis, actions: Sequence[Action]) -> Panel:
    """What may be done with the analysis as it stands."""
    steps = {slug: ANALYSIS_STEPS[slug] for slug in OPEN[row.status]}
    return step_panel(actions, steps, row.id, "analyses:step", primary=NEXT[row.status])
