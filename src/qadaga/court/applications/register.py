"""The register of applications to court (O.7.2)."""

from qadaga.authority.lists.filters import Choice, Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.court.applications.choices import OPEN, ApplicationStatus, Ground

APPLICATIONS = Register(
    name="applications",
    kind="court_claim",
    title=N_("Applications to court"),
    table="applications_application",
    columns=(
        Column("id", "t.id"),
        # Nobody's name stands in the list: it is read on the card.
        Column("number", "t.number_text", N_("Number")),
        Column("court", "t.court", N_("Court")),
        Column("ground", "t.ground", N_("Ground"), shape="choice", options=dict(Ground.choices)),
        Column("signed_on", "t.signed_on", N_("Signed"), sort="signed", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ApplicationStatus.choices)),
        Column("due_on", "NULL::date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(Sort("signed", N_("Signed"), "signed_on", plain=True),),
    statuses=dict(ApplicationStatus.choices),
    open_statuses=tuple(str(one) for one in OPEN),
    filters=(
        Choice("ground", N_("Ground"), "t.ground", dict(Ground.choices)),
        Dates("signed", N_("Signed"), "t.signed_on"),
    ),
    mine=("signer_id",),
    joins="JOIN offices_office o ON o.id = t.office_id",
)
