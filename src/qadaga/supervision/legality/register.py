"""The registers of legal acts under supervision and of analyses of the state of legality."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.supervision.legality.choices import OPEN, AnalysisStatus, Brought, Issuer, LegalActStatus, Nature

_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_OF_ACT = """JOIN offices_office o ON o.id = t.office_id
JOIN matters_body b ON b.id = t.body_id
LEFT JOIN acts_act p ON p.id = t.protest_id"""
_SILENT = """EXISTS (SELECT FROM acts_act p
WHERE p.id = t.protest_id AND p.status = 'served' AND p.due_on < %(today)s)"""
_WRITER = """JOIN offices_office o ON o.id = t.office_id
JOIN staff_appointment a ON a.id = t.author_id
JOIN staff_person s ON s.id = a.person_id"""

LEGAL_ACTS = Register(
    name="legal_acts",
    kind="legal_act",
    title=N_("Legal acts"),
    table="legality_legalact",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number", N_("Number of the act")),
        Column("adopted_on", "t.adopted_on", N_("Adopted on"), sort="adopted", shape="date"),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Whose act"), shape="localised"),
        Column("title", "t.title", N_("What it is about")),
        Column(
            "issuer", "t.issuer", N_("Issuer"), shape="choice", options=dict(Issuer.choices), on_page=False
        ),
        Column("nature", "t.nature", N_("Kind"), shape="choice", options=dict(Nature.choices), on_page=False),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(LegalActStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column(
            "answer",
            "t.answer",
            N_("Answered by"),
            shape="choice",
            options=dict(Brought.choices),
            empty="—",
        ),
        Column("protest", "p.number_text", N_("Act brought")),
        Column("answer_by", "p.due_on", N_("The body answers by"), shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("adopted", N_("Adopted on"), "adopted_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(LegalActStatus.choices),
    open_statuses=OPEN,
    filters=(
        Choice("issuer", N_("Issuer"), "t.issuer", dict(Issuer.choices)),
        Choice("nature", N_("Kind"), "t.nature", dict(Nature.choices)),
        Choice("answer", N_("Answered by"), "t.answer", dict(Brought.choices)),
        Dates("adopted", N_("Adopted on"), "t.adopted_on"),
        Flag("silent", N_("The body is silent"), _SILENT),
    ),
    mine=("reviewer_id",),
    joins=_OF_ACT,
)

ANALYSES = Register(
    name="analyses",
    kind="legality_analysis",
    title=N_("Analyses of legality"),
    table="legality_analysis",
    columns=(
        Column("id", "t.id"),
        Column("number", "COALESCE(t.number_text, '—')", N_("Number")),
        Column("subject", "t.subject", N_("Subject")),
        Column("starts_on", "t.starts_on", N_("Period from"), shape="date"),
        Column("ends_on", "t.ends_on", N_("Period until"), shape="date", on_page=False),
        Column(
            "author",
            {"last": "s.last_name", "first": "s.first_name", "middle": "s.middle_name"},
            N_("Written by"),
            shape="person",
        ),
        Column("ordered_on", "t.ordered_on", N_("Ordered on"), sort="ordered", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(AnalysisStatus.choices)),
        Column("due_on", "t.due_on", N_("To be written by"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("ordered", N_("Ordered on"), "ordered_on", plain=True),
        Sort("due", N_("To be written by"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(AnalysisStatus.choices),
    open_statuses=(AnalysisStatus.DRAFT, AnalysisStatus.SUBMITTED),
    filters=(Dates("ordered", N_("Ordered on"), "t.ordered_on"),),
    mine=("author_id",),
    joins=_WRITER,
)

traces.of_register(LEGAL_ACTS, of="t.body_id", day="t.adopted_on", title="t.title")
