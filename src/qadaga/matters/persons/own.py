"""As whom the case file itself knows people: officials of bodies, the norms they broke, people protected."""

from django.utils.translation import gettext_lazy as _

from qadaga.common.i18n import N_
from qadaga.matters.choices import ProtectedStatus
from qadaga.matters.persons.roles import Role, declare
from qadaga.matters.protected import KIND, READ

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
)
