"""The register of assignments to lower offices."""

from qadaga.authority.lists.filters import Choice, Dates, Number
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.organisation.assignments.choices import AboutKind, AssignmentStatus

_NAMES = ("ru", "kk", "en")

ASSIGNMENTS = Register(
    name="assignments",
    kind="assignment",
    title=N_("Assignments to lower offices"),
    table="assignments_assignment",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number_text", N_("Number")),
        Column("given_on", "t.given_on", N_("Given"), sort="given", shape="date"),
        Column("giver", {name: f"g.name_{name}" for name in _NAMES}, N_("Assigned by"), shape="localised"),
        Column(
            "office", {name: f"o.name_{name}" for name in _NAMES}, N_("Who carries it out"), shape="localised"
        ),
        Column("what", "left(t.what, 200)", N_("What to do")),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(AssignmentStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
    ),
    sorts=(
        Sort("given", N_("Given"), "given_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(AssignmentStatus.choices),
    open_statuses=(AssignmentStatus.GIVEN, AssignmentStatus.REPORTED),
    filters=(
        Number("number", N_("Number")),
        Choice("about", N_("What it is about"), "t.about", dict(AboutKind.choices)),
        Dates("given", N_("Given"), "t.given_on"),
        Dates("due", N_("Due"), "t.due_on"),
    ),
    mine=("by_id",),
    joins="JOIN offices_office o ON o.id = t.office_id\nJOIN offices_office g ON g.id = t.given_by_id",
)
