"""The register of duty shifts."""

from qadaga.authority.lists.filters import Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.organisation.shifts.models import ShiftStatus

SHIFTS = Register(
    name="shifts",
    kind="duty_shift",
    title=N_("Duty shifts"),
    table="shifts_shift",
    columns=(
        Column("id", "t.id"),
        Column(
            "number",
            {"last": "p.last_name", "first": "p.first_name", "middle": "p.middle_name"},
            N_("On duty"),
            shape="person",
        ),
        Column("day", "t.day", N_("Day"), sort="day", shape="date"),
        Column(
            "hours", "to_char(t.starts_at AT TIME ZONE 'UTC' + interval '5 hours', 'HH24:MI')", N_("From")
        ),
        Column(
            "until",
            "to_char(t.ends_at AT TIME ZONE 'UTC' + interval '5 hours', 'DD.MM HH24:MI')",
            N_("Until"),
        ),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ShiftStatus.choices)),
        Column("due_on", "NULL::date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(Sort("day", N_("Day"), "day", plain=True),),
    statuses=dict(ShiftStatus.choices),
    open_statuses=(ShiftStatus.SET,),
    filters=(Dates("day", N_("Day"), "t.day"),),
    mine=("officer_id",),
    joins="""JOIN offices_office o ON o.id = t.office_id
JOIN staff_appointment a ON a.id = t.officer_id
JOIN staff_person p ON p.id = a.person_id""",
)
