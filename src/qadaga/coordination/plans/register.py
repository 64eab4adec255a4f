"""The register of plans of work."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.coordination.plans.choices import PlanKind, PlanStatus

PLANS = Register(
    name="plans",
    kind="work_plan",
    title=N_("Plans of work"),
    table="workplans_plan",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.title", N_("Plan")),
        Column("kind", "t.kind", N_("Whose plan"), shape="choice", options=dict(PlanKind.choices)),
        Column("period", "t.period"),
        Column("starts_on", "t.starts_on", shape="date"),
        Column(
            "called",
            {"kind": "t.period", "start": "t.starts_on"},
            N_("Period"),
            sort="starts",
            shape="period",
        ),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(PlanStatus.choices)),
        Column("due_on", "t.due_on", N_("Next term"), sort="due", shape="date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(
        Sort("starts", N_("From"), "starts_on", plain=True),
        Sort("due", N_("Next term"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(PlanStatus.choices),
    open_statuses=(PlanStatus.DRAFT, PlanStatus.APPROVED),
    filters=(
        Choice("kind", N_("Whose plan"), "t.kind", dict(PlanKind.choices)),
        Dates("starts", N_("From"), "t.starts_on"),
        Flag(
            "declined",
            N_("A body declined"),
            "EXISTS (SELECT FROM workplans_planitem i WHERE i.plan_id = t.id AND i.declined_on IS NOT NULL)",
        ),
        Flag("behind", N_("Behind the plan"), "t.status = 'approved' AND t.due_on < %(today)s"),
    ),
    mine=("author_id", "person_id"),
    joins="JOIN offices_office o ON o.id = t.office_id",
)
