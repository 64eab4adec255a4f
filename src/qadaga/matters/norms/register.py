"""The register of other duties laid on people of the service (O.8.d8)."""

from qadaga.authority.lists.filters import Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.norms.choices import DutyStatus

LAID_DUTIES = Register(
    name="laid_duties",
    kind="laid_duty",
    title=N_("Other duties by law"),
    table="norms_laidduty",
    columns=(
        Column("id", "t.id"),
        Column("number", "n.article", N_("Article")),
        Column("act", "n.act", N_("Which law")),
        Column(
            "executor",
            {"last": "p.last_name", "first": "p.first_name", "middle": "p.middle_name"},
            N_("Who bears it"),
            shape="person",
        ),
        Column("laid_on", "t.laid_on", N_("Laid on"), sort="laid", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(DutyStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(
        Sort("laid", N_("Laid on"), "laid_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False),
    ),
    statuses=dict(DutyStatus.choices),
    open_statuses=(DutyStatus.OPENED,),
    filters=(Dates("due", N_("Due"), "t.due_on"),),
    mine=("executor_id", "laid_by_id"),
    joins="JOIN offices_office o ON o.id = t.office_id\nJOIN norms_norm n ON n.id = t.norm_id\n"
    "JOIN staff_appointment a ON a.id = t.executor_id\nJOIN staff_person p ON p.id = a.person_id",
)
