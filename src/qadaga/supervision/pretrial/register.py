"""The registers of the direction: cases, consents, instructions, complaints. No list names a person."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.persons.roles import Role as PersonRole
from qadaga.matters.persons.roles import declare
from qadaga.supervision.pretrial.choices import (
    LIVE,
    CaseStatus,
    ComplaintStatus,
    DecisionKind,
    InstructionStatus,
    Measure,
    Role,
    SanctionStatus,
)

_OFFICE = Column(
    "office", {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}, N_("Office"), shape="localised"
)
_JOINS = "JOIN offices_office o ON o.id = t.office_id"
_OF_CASE = f"{_JOINS} JOIN pretrial_case c ON c.id = t.case_id"
_OF_MY_CASE = "t.case_id IN (SELECT w.id FROM pretrial_case w WHERE w.assignee_id = %(mine)s::uuid)"
_DUE = Sort("due", N_("Due"), "due_on", descending=False, partial=True)

INVESTIGATIONS = Register(
    name="investigations",
    kind="investigation",
    title=N_("Pre-trial investigations"),
    table="pretrial_case",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.erdr", N_("ERDR number")),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Investigating body"), shape="localised"),
        Column("articles", "array_to_string(t.articles, ', ')", N_("Articles")),
        Column("taken_on", "t.taken_on", N_("Taken under supervision"), sort="taken", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(CaseStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        _OFFICE,
    ),
    sorts=(Sort("taken", N_("Taken under supervision"), "taken_on", plain=True), _DUE),
    statuses=dict(CaseStatus.choices),
    open_statuses=tuple(LIVE),
    filters=(
        Dates("taken", N_("Taken under supervision"), "t.taken_on"),
        Dates("due", N_("Due"), "t.due_on"),
    ),
    mine=("assignee_id",),
    joins=f"{_JOINS} JOIN matters_body b ON b.id = t.body_id",
)
SANCTIONS = Register(
    name="sanctions",
    kind="investigation",
    kinds=("sanction",),
    title=N_("Consents to limits on rights"),
    table="pretrial_sanction",
    columns=(
        Column("id", "t.id"),
        Column("number", "c.erdr", N_("ERDR number")),
        Column("measure", "t.measure", N_("Measure"), shape="choice", options=dict(Measure.choices)),
        Column("asked_on", "t.asked_on", N_("Asked on"), sort="asked", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(SanctionStatus.choices)),
        Column("due_on", "NULL::date"),
        Column("paper", "t.number_text", N_("Paper")),
        _OFFICE,
    ),
    sorts=(Sort("asked", N_("Asked on"), "asked_on", plain=True),),
    statuses=dict(SanctionStatus.choices),
    open_statuses=(SanctionStatus.ASKED,),
    filters=(
        Choice("measure", N_("Measure"), "t.measure", dict(Measure.choices)),
        Dates("asked", N_("Asked on"), "t.asked_on"),
    ),
    mine=(_OF_MY_CASE,),
    joins=_OF_CASE,
)
INSTRUCTIONS = Register(
    name="instructions",
    kind="investigation",
    kinds=("instruction",),
    title=N_("Instructions to investigators"),
    table="pretrial_instruction",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number_text", N_("Number")),
        Column("erdr", "c.erdr", N_("ERDR number")),
        Column("issued_on", "t.issued_on", N_("Issued on"), sort="issued", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(InstructionStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        _OFFICE,
    ),
    sorts=(Sort("issued", N_("Issued on"), "issued_on", plain=True), _DUE),
    statuses=dict(InstructionStatus.choices),
    open_statuses=(InstructionStatus.ISSUED, InstructionStatus.SILENT),
    filters=(
        Dates("issued", N_("Issued on"), "t.issued_on"),
        Dates("due", N_("Due"), "t.due_on"),
        Flag("undelivered", N_("Not delivered yet"), "t.status = 'issued' AND t.served_on IS NULL"),
    ),
    mine=(_OF_MY_CASE,),
    joins=_OF_CASE,
)
COMPLAINTS = Register(
    name="complaints",
    kind="investigation",
    kinds=("case_complaint",),
    title=N_("Complaints on investigators"),
    table="pretrial_complaint",
    columns=(
        Column("id", "t.id"),
        Column("number", "c.erdr", N_("ERDR number")),
        Column("about", "t.about", N_("About"), shape="choice", options=dict(DecisionKind.choices)),
        Column("received_on", "t.received_on", N_("Received on"), sort="received", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ComplaintStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        _OFFICE,
    ),
    sorts=(Sort("received", N_("Received on"), "received_on", plain=True), _DUE),
    statuses=dict(ComplaintStatus.choices),
    open_statuses=(ComplaintStatus.RECEIVED,),
    filters=(
        Choice("about", N_("About"), "t.about", dict(DecisionKind.choices)),
        Dates("received", N_("Received on"), "t.received_on"),
    ),
    mine=(_OF_MY_CASE,),
    joins=_OF_CASE,
)

traces.of_register(INVESTIGATIONS, of="t.body_id", day="t.taken_on", title="''")
declare(
    PersonRole(
        name="party",
        label=N_("In an investigation"),
        table="pretrial_party",
        iin="t.iin",
        who="t.name",
        page="investigations:card",
        subject="investigation",
        power="investigation.read",
        day="c.taken_on",
        title="array_to_string(c.articles, ', ')",
        number="c.erdr",
        status="t.role",
        card="c.id",
        at="c",
        joins="JOIN pretrial_case c ON c.id = t.case_id",
        matter="c.matter_id",
        words=dict(Role.choices),
    )
)
