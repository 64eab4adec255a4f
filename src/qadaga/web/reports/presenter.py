"""The card of a report as the page shows it."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.matters.selectors.actions import Action
from qadaga.reports.choices import SIGN, Axis, PeriodKind, ReportStatus
from qadaga.reports.figures import GROUPS, Figure, Group
from qadaga.reports.listing import Changed
from qadaga.reports.lower import Below
from qadaga.reports.models import Report
from qadaga.reports.paper import period_words
from qadaga.reports.selectors import Asked
from qadaga.reports.tables import Amounts, Figures, number, signed
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section
from qadaga.web.components import (
    Column,
    Crumb,
    KeyValues,
    Row,
    Table,
    Text,
    badge,
    date_text,
    lines,
    link,
    moment_text,
)
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.reports.steps import STEPS

Changes = Sequence[Mapping[str, Changed]]
"""What came after the signature by figure: of the period, of the year before."""


def crumb() -> Crumb:
    """The way back to the register."""
    return Crumb(_("Period reports"), reverse("reports:list"))


def title(report: Report) -> str:
    """The period, with its number once signed."""
    paper = getattr(report, "paper", None)
    return f"{period_words(report)} · {paper.number_text}" if paper else period_words(report)


def report_badge(report: Report) -> SafeString:
    """Draft or signed."""
    tone = "success" if report.status == ReportStatus.SIGNED else "warning"
    return badge(report.get_status_display(), tone)  # type: ignore[arg-type]  # one of two tones


def summary(report: Report) -> KeyValues:
    """Whose report, as of when, by whom."""
    pairs: list[tuple[str, Text]] = [
        (_("Office"), report.office.name_in(language())),
        (_("Period"), str(PeriodKind(report.period).label)),
        (_("The figures are as of"), moment_text(report.cut_at)),
    ]
    paper = getattr(report, "paper", None)
    if paper:
        pairs.append((_("Signed by"), f"{named(paper.signer)}, {date_text(report.signed_on)}"))
    if report.incomplete:
        pairs.append((_("Without some reports below"), report.incomplete))
    return KeyValues(pairs)


def rows_url(report: Report, asked: Asked) -> str:
    """The address of the list behind a figure."""
    given = {"axis": asked.axis, "key": asked.key, "before": "1" if asked.before else ""}
    said = {name: value for name, value in given.items() if value and value != Axis.WHOLE}
    url = reverse("reports:rows", args=[report.id, asked.figure])
    return f"{url}?{urlencode(said)}" if said else url


def opened(report: Report, figure: Figure, asked: Asked, amount: int) -> Text:
    """The amount as a link to its list; nought has none."""
    return link(rows_url(report, asked), number(figure, amount)) if amount else "0"


class FigureSection(Section):
    """A table of figures: how many lines it has says nothing."""

    @property
    def count(self) -> None:  # type: ignore[override]  # the heading goes without a number
        """No number beside the heading."""
        return None


def sections(report: Report, figures: Figures, changed: Changes) -> list[Section]:
    """A table for each group of figures; nothing until the report is counted."""
    if report.cut_at is None:
        return []
    return [_group(report, group, figures, changed) for group in GROUPS]


def _group(report: Report, group: Group, figures: Figures, changed: Changes) -> Section:
    columns = [
        Column(_("Figure"), "q-wide"),
        *(Column(name, "q-num") for name in (_("Period"), _("A year before"), _("Difference"), "%")),
    ]
    lines = [Row(_figure(report, one, figures.of(one.id), changed)) for one in group.figures]
    return FigureSection(group.id, str(group.label), Table(str(group.label), columns, lines))


def _figure(report: Report, one: Figure, amounts: Amounts, changed: Changes) -> list[Text]:
    return [
        str(one.label),
        _corrected(report, one, changed, opened(report, one, Asked(one.id), amounts.now), before=False),
        _corrected(
            report, one, changed, opened(report, one, Asked(one.id, before=True), amounts.before), before=True
        ),
        signed(one, amounts.change),
        amounts.percent,
    ]


def corrections_url(report: Report, *, before: bool) -> str:
    """The address of what came after the signature, of the period or of the year before."""
    return reverse("reports:corrections", args=[report.id]) + ("?before=1" if before else "")


def _corrected(report: Report, one: Figure, changed: Changes, amount: Text, *, before: bool) -> Text:
    """The amount as signed, with what came after the signature in its column."""
    found = changed[before].get(one.id) if changed else None
    if found is None:
        return amount
    said = _("corrected: %(change)s") % {"change": signed(one, found.amount)}
    return lines(amount, link(corrections_url(report, before=before), said, "q-badge q-badge-warning"))


def changed_note(report: Report, changed: Changes) -> tuple[str, str] | None:
    """What is said over the figures of a signed report that something was changed under."""
    count = sum(one.records for column in changed for one in column.values())
    if not count:
        return None
    text = ngettext(
        "%(count)s correction since the signature: the figures below stand as signed.",
        "%(count)s corrections since the signature: the figures below stand as signed.",
        count,
    )
    return text % {"count": count}, corrections_url(report, before=not any(changed[:1]))


def below_sections(report: Report, below: Sequence[Below]) -> list[Section]:
    """The reports of the offices below, where there are any."""
    if not below:
        return []
    rows = [Row([one.names.get(language(), one.names["ru"]), *_state(report, one)]) for one in below]
    columns = [Column(_("Office"), "q-wide"), Column(_("Its report"))]
    heading = _("Reports of the offices below")
    return [Section("below", heading, Table(heading, columns, rows, stacks=True))]


def _state(report: Report, one: Below) -> list[Text]:
    if one.report_id is None:
        return [badge(_("Not drafted"), "danger")]
    url = reverse("reports:card", args=[one.report_id])
    if one.signed is None:
        return [format_html("{} {}", badge(_("Draft"), "warning"), link(url, _("Open")))]
    said = format_html("{} {}", badge(date_text(one.signed_on), "success"), link(url, one.number))
    if report.status == ReportStatus.SIGNED and one.at_signing is None:
        return [format_html("{} {}", said, _("signed after this report"))]
    return [said]


def splits(report: Report) -> list[tuple[str, str]]:
    """Where the figures stand split: words and address."""
    if report.cut_at is None:
        return []
    return [
        (str(axis.label), reverse("reports:split", args=[report.id, axis.value, GROUPS[0].id]))
        for axis in Axis
        if axis != Axis.WHOLE
    ]


def copies(report: Report) -> list[tuple[str, str]]:
    """The report as PDF in each language: the signed paper first."""
    if report.cut_at is None:
        return []
    words = {"ru": _("PDF in Russian"), "kk": _("PDF in Kazakh")}
    codes = sorted(words, key=lambda code: code != report.language)
    return [(words[code], reverse("reports:paper", args=[report.id, code])) for code in codes]


def panel(report: Report, actions: Sequence[Action]) -> Panel:
    """What may be done as the report stands."""
    steps = STEPS if report.status == ReportStatus.DRAFT else {}
    return step_panel(actions, steps, report.id, "reports:step", primary=SIGN)
