"""The register of reports."""

from qadaga.authority.lists.filters import Choice, Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.reports.choices import PeriodKind, ReportStatus

REPORTS = Register(
    name="reports",
    kind="period_report",
    title=N_("Period reports"),
    table="reports_report",
    columns=(
        Column("id", "t.id"),
        Column("number", "p.number_text", N_("Number"), empty=N_("Draft")),
        Column("period", "t.period"),
        Column("starts_on", "t.starts_on", shape="date"),
        Column(
            "called",
            {"kind": "t.period", "start": "t.starts_on"},
            N_("Period"),
            sort="starts",
            shape="period",
        ),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ReportStatus.choices)),
        # Nothing here runs out: pages ask every row for the day it is due.
        Column("due_on", "NULL::date"),
        Column("signed_on", "t.signed_on", N_("Signed on"), shape="date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(Sort("starts", N_("From"), "starts_on", plain=True),),
    statuses=dict(ReportStatus.choices),
    open_statuses=(ReportStatus.DRAFT,),
    filters=(
        Choice("period", N_("Period"), "t.period", dict(PeriodKind.choices)),
        Dates("starts", N_("From"), "t.starts_on"),
    ),
    mine=("author_id",),
    joins="JOIN offices_office o ON o.id = t.office_id LEFT JOIN reports_reportpaper p ON p.report_id = t.id",
)
