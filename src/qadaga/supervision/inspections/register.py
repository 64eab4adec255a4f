"""The register of inspections: what it shows, by what it sorts and filters (O.8.4)."""

from qadaga.acts.choices import Appearance
from qadaga.authority.lists.filters import Choice, Dates, Flag, Lead, Number, Words
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.persons.roles import Role, declare
from qadaga.supervision.inspections.choices import Ground, InspectionStatus
from qadaga.supervision.inspections.transitions import FINAL

_JOINS = """
JOIN offices_office o ON o.id = t.office_id
JOIN matters_body b ON b.id = t.body_id
JOIN matters_matter m ON m.id = t.matter_id
LEFT JOIN staff_appointment sa ON sa.id = CASE WHEN t.carrier_id IS NULL THEN m.assignee_id ELSE (
    SELECT f.appointment_id FROM inspections_inspectionofficer f
    WHERE f.inspection_id = t.id AND f.relieved_on IS NULL ORDER BY f.id LIMIT 1) END
LEFT JOIN staff_person sp ON sp.id = sa.person_id
"""
_PERSON = {"last": "sp.last_name", "first": "sp.first_name", "middle": "sp.middle_name"}
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_HERE = (
    "EXISTS (SELECT 1 FROM inspections_takendocument d WHERE d.inspection_id = t.id"
    " AND d.returned_at IS NULL AND d.kept_on IS NULL)"
)

INSPECTIONS = Register(
    name="inspections",
    kind="inspection",
    title=N_("Inspections"),
    table="inspections_inspection",
    columns=(
        Column("id", "t.id"),
        Column("number", "coalesce(t.number_text, '')", N_("Number")),
        Column("drafted_on", "t.drafted_on", N_("Drafted"), sort="drafted", shape="date"),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Inspected"), shape="localised"),
        Column("norm", "t.norm", N_("Observance of")),
        Column(
            "ground", "t.ground", N_("Ground"), shape="choice", options=dict(Ground.choices), on_page=False
        ),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(InspectionStatus.choices)),
        Column("starts_on", "t.starts_on", N_("From"), shape="date"),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column("officer", _PERSON, N_("Officer"), shape="person"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("drafted", N_("Drafted"), "drafted_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(InspectionStatus.choices),
    open_statuses=tuple(status for status in InspectionStatus if status not in FINAL),
    filters=(
        Number("number", N_("Number")),
        Choice("ground", N_("Ground"), "t.ground", dict(Ground.choices)),
        Dates("drafted", N_("Drafted"), "t.drafted_on"),
        Dates("due", N_("Due"), "t.due_on"),
        Flag("documents_here", N_("Documents not returned"), _HERE),
        Lead("body", N_("Body"), "t.body_id"),
        Words("words", N_("Name or words")),
    ),
    mine=(
        "author_id",
        "t.id IN (SELECT f.inspection_id FROM inspections_inspectionofficer f"
        " WHERE f.appointment_id = %(mine)s::uuid AND f.relieved_on IS NULL)",
    ),
    joins=_JOINS,
)

_MINUTES = (
    "(SELECT sum(extract(epoch FROM v.left_at - v.came_at) / 60)::int FROM inspections_visit v"
    " WHERE v.inspection_id = t.id)"
)
traces.of_register(
    INSPECTIONS,
    of="t.body_id",
    day="t.starts_on",
    title="t.norm",
    more="jsonb_build_object('from', t.starts_on, 'until', coalesce(t.finished_on, t.due_on),"
    f" 'minutes', {_MINUTES})",
)
declare(
    Role(
        name="called",
        label=N_("Summoned in an inspection"),
        table="inspections_summons",
        iin="t.iin",
        who="t.name",
        page="inspections:card",
        subject="inspection",
        power="card.read",
        day="t.issued_on",
        title="left(t.about, 200)",
        number="coalesce(i.number_text, '')",
        status="coalesce(t.appearance, '')",
        card="i.id",
        at="i",
        joins="JOIN inspections_inspection i ON i.id = t.inspection_id",
        kinds=("inspection",),
        words=dict(Appearance.choices),
    )
)
