"""The register of checks of legal statistics and special records (L.3.8)."""

from qadaga.authority.lists.filters import Choice, Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.supervision.statistics.choices import CheckStatus, Outcome, RecordKind

RECORDS = Register(
    name="records",
    kind="records",
    title=N_("Checks of records"),
    table="records_recordscheck",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number_text", N_("Number")),
        Column("kind", "t.kind", N_("Records"), shape="choice", options=dict(RecordKind.choices)),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Body"), shape="localised"),
        Column("period_from", "t.period_from", N_("Period from"), shape="date", on_page=False),
        Column("period_to", "t.period_to", N_("Period to"), shape="date"),
        Column("begun_on", "t.begun_on", N_("Begun"), sort="begun", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(CheckStatus.choices)),
        Column(
            "outcome",
            "t.outcome",
            N_("Outcome"),
            shape="choice",
            options=dict(Outcome.choices),
            empty="—",
            on_page=False,
        ),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(
        Sort("begun", N_("Begun"), "begun_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(CheckStatus.choices),
    open_statuses=(CheckStatus.BEGUN, CheckStatus.FOUND, CheckStatus.DEMANDED),
    filters=(
        Choice("kind", N_("Records"), "t.kind", dict(RecordKind.choices)),
        Choice("outcome", N_("Outcome"), "t.outcome", dict(Outcome.choices)),
        Dates("begun", N_("Begun"), "t.begun_on"),
    ),
    mine=("officer_id",),
    joins="JOIN offices_office o ON o.id = t.office_id\nJOIN matters_body b ON b.id = t.body_id",
)
