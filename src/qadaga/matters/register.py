"""The register of matters: what it shows, by what it sorts and filters."""

from qadaga.authority.lists.filters import Choice, Dates, Labels, Lead, LeadChoice, Number, Words
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.choices import MatterKind, MatterStatus, TransportMode, TransportTask

_JOINS = """
JOIN offices_office o ON o.id = t.office_id
LEFT JOIN matters_body b ON b.id = t.body_id
LEFT JOIN staff_appointment sa ON sa.id = t.assignee_id
LEFT JOIN staff_person sp ON sp.id = sa.person_id
"""
_PERSON = {"last": "sp.last_name", "first": "sp.first_name", "middle": "sp.middle_name"}
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}

_MODES, _TASKS = dict(TransportMode.choices), dict(TransportTask.choices)


def _filed(name: str, label: str, options: Labels) -> Column:
    """A column of exported files only: on a page it would be empty for all but transport offices."""
    return Column(name, f"t.{name}", label, shape="choice", options=options, on_page=False)


MATTERS = Register(
    name="matters",
    kind="matter",
    title=N_("Matters"),
    table="matters_matter",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number_text", N_("Number")),
        Column("opened_on", "t.opened_on", N_("Opened"), sort="opened", shape="date"),
        Column("title", "t.title", N_("Subject")),
        Column("kind", "t.kind", N_("Began with"), shape="choice", options=dict(MatterKind.choices)),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Body"), shape="localised"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(MatterStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column("officer", _PERSON, N_("Officer"), shape="person"),
        _filed("transport_mode", N_("Mode of transport"), _MODES),
        _filed("transport_task", N_("Task on transport"), _TASKS),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("opened", N_("Opened"), "opened_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(MatterStatus.choices),
    open_statuses=tuple(status for status in MatterStatus if status != MatterStatus.CLOSED),
    filters=(
        Number("number", N_("Number")),
        Choice("kind", N_("Began with"), "t.kind", dict(MatterKind.choices)),
        LeadChoice("transport_mode", N_("Mode of transport"), "t.transport_mode", _MODES),
        LeadChoice("transport_task", N_("Task on transport"), "t.transport_task", _TASKS),
        Dates("opened", N_("Opened"), "t.opened_on"),
        Dates("due", N_("Due"), "t.due_on"),
        Lead("body", N_("Body"), "t.body_id"),
        Lead("officer", N_("Officer"), "t.assignee_id"),
        Words("words", N_("Name or words")),
    ),
    mine=("assignee_id",),
    joins=_JOINS,
)
