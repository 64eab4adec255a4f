"""The register of checks: only its narrow circle opens it (O.8.d5); no search knows its rows."""

from qadaga.authority.lists.filters import Choice, Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.supervision.covert.choices import CheckKind, CheckResult, CheckStatus, Entitled, PaperKind
from qadaga.supervision.covert.subject import seen

COVERT = Register(
    name="covert",
    kind="operative_case",
    title=N_("Operative-search activity"),
    table="covert_covertcheck",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.register_number", N_("Register number")),
        Column("body", "t.body", N_("Body"), shape="choice", options=dict(Entitled.choices)),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(CheckKind.choices)),
        Column("begun_on", "t.begun_on", N_("Begun"), sort="begun", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(CheckStatus.choices)),
        Column(
            "result", "t.result", N_("Result"), shape="choice", options=dict(CheckResult.choices), empty="—"
        ),
        Column(
            "paper_kind",
            "t.paper_kind",
            N_("Act on paper"),
            shape="choice",
            options=dict(PaperKind.choices),
            empty="—",
            on_page=False,
        ),
        Column("paper_number", "t.paper_number", N_("Number of the act"), empty="—", on_page=False),
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
    open_statuses=(CheckStatus.DEMANDED, CheckStatus.WAITING),
    filters=(
        Choice("kind", N_("Kind"), "t.kind", dict(CheckKind.choices)),
        Choice("body", N_("Body"), "t.body", dict(Entitled.choices)),
        Choice("result", N_("Result"), "t.result", dict(CheckResult.choices)),
        Dates("begun", N_("Begun"), "t.begun_on"),
    ),
    mine=("entered_by_id",),
    joins="JOIN offices_office o ON o.id = t.office_id",
    seen=seen,
)
