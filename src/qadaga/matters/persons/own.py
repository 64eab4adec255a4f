"""As whom the case file itself knows people: officials of bodies, the norms they broke, who was held liable,
people protected; and the staff, whose deaths are noted with their dismissal.
"""

from django.utils.translation import gettext_lazy as _

from qadaga.common.i18n import N_
from qadaga.matters import deaths
from qadaga.matters.choices import ProtectedStatus
from qadaga.matters.persons.roles import Role, declare
from qadaga.matters.protected import KIND, READ
from qadaga.staff.models import Person as Employee

deaths.noted(Employee)

declare(
    Role(
        name="official",
        label=N_("Official of a body"),
        table="bodies_official",
        iin="t.iin",
        who="t.name",
        page="officials:card",
        subject="supervised_person",
        power="supervised.read",
        day="t.entered_on",
        title={"ru": "b.name_ru", "kk": "b.name_kk"},
        number="t.post",
        joins="JOIN matters_body b ON b.id = t.body_id",
    ),
    Role(
        name="violator",
        label=N_("Broke a norm"),
        table="bodies_violated",
        iin="o.iin",
        who="o.name",
        page="matters:card",
        subject="matter",
        power="card.read",
        day="v.found_on",
        title="v.norm",
        number="m.number_text",
        status="CASE WHEN v.removed_on IS NULL THEN 'stands' ELSE 'removed' END",
        card="m.id",
        at="m",
        joins="JOIN bodies_official o ON o.id = t.official_id"
        " JOIN matters_violation v ON v.id = t.violation_id"
        " JOIN matters_matter m ON m.id = v.matter_id",
        kinds=("matter",),
        words={"stands": _("Not removed"), "removed": _("Removed")},
    ),
    Role(
        name="protected",
        label=N_("Rights were hurt"),
        table="matters_protectedperson",
        iin="t.iin",
        who="t.name",
        page="protected:card",
        subject=KIND,
        power=READ,
        day="t.found_on",
        title="coalesce(t.restored, '')",
        number="m.number_text",
        joins="JOIN matters_matter m ON m.id = t.matter_id",
        kinds=(KIND,),
        words=dict(ProtectedStatus.choices),
    ),
    Role(
        name="liable",
        label=N_("Held liable"),
        table="matters_liability",
        iin="t.iin",
        who="t.against",
        page="matters:card",
        subject="matter",
        power="card.read",
        day="t.raised_on",
        title="coalesce(t.imposed, '')",
        number="m.number_text",
        status="CASE WHEN t.imposed_on IS NULL THEN 'raised' ELSE 'imposed' END",
        card="m.id",
        at="m",
        joins="JOIN matters_matter m ON m.id = t.matter_id",
        kinds=("matter",),
        words={"raised": _("Raised"), "imposed": _("Imposed")},
    ),
    # The post held last says where the personal file is, and so who may read it.
    Role(
        name="employee",
        label=N_("Of the service's own staff"),
        table="staff_person",
        iin="t.iin",
        who="concat_ws(' ', t.last_name, t.first_name, nullif(t.middle_name, ''))",
        page="offices:person",
        subject="person",
        power="personal_file.read",
        day="h.starts_on",
        title={"ru": "h.name_ru", "kk": "h.name_kk"},
        status="CASE WHEN t.died_on IS NOT NULL THEN 'died' WHEN h.ends_on IS NULL THEN 'serves' ELSE '' END",
        at="h",
        joins="JOIN LATERAL (SELECT a.starts_on, a.ends_on, o.id AS office_id, o.region_id, o.name_ru,"
        " o.name_kk FROM staff_appointment a JOIN offices_office o ON o.id = a.office_id"
        " WHERE a.person_id = t.id ORDER BY a.starts_on DESC, a.id LIMIT 1) h ON true",
        words={"died": _("Died"), "serves": _("In service")},
    ),
)
