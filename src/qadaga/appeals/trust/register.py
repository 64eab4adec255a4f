"""The register of proposals to improve the work (O.8.d7)."""

from qadaga.appeals.trust.choices import Aim, ProposalStatus
from qadaga.authority.lists.filters import Choice, Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_

PROPOSALS = Register(
    name="proposals",
    kind="proposal",
    title=N_("Proposals to improve the work"),
    table="trust_proposal",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.title", N_("Proposal")),
        Column("aim", "t.aim", N_("What it betters"), shape="choice", options=dict(Aim.choices)),
        Column("made_on", "t.made_on", N_("Made on"), sort="made", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ProposalStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(
        Sort("made", N_("Made on"), "made_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(ProposalStatus.choices),
    open_statuses=(ProposalStatus.MADE, ProposalStatus.ACCEPTED),
    filters=(
        Choice("aim", N_("What it betters"), "t.aim", dict(Aim.choices)),
        Dates("made", N_("Made on"), "t.made_on"),
    ),
    mine=("author_id",),
    joins="JOIN offices_office o ON o.id = t.office_id",
)
