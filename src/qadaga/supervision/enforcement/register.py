"""The registers of writs and of bailiffs."""

from qadaga.authority import barred
from qadaga.authority.lists.filters import Choice, Dates, Flag, Lead
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.persons.roles import Role, declare
from qadaga.supervision.enforcement.choices import BailiffKind, BailiffStatus, Issuer, Party, WritStatus

_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_OF_OFFICE = "JOIN offices_office o ON o.id = t.office_id"

WRITS = Register(
    name="writs",
    kind="enforcement_case",
    title=N_("Writs"),
    table="enforcement_writ",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number", N_("Writ")),
        Column(
            "issuer",
            "t.issuer_kind",
            N_("Issued by"),
            shape="choice",
            options=dict(Issuer.choices),
            on_page=False,
        ),
        Column("case_number", "t.case_number", N_("Proceedings")),
        # Kinds only: no name of a party stands in the list, it is read on the card, and that is journalled.
        Column("claimant", "t.claimant_kind", N_("Claimant"), shape="choice", options=dict(Party.choices)),
        Column("debtor", "t.debtor_kind", N_("Debtor"), shape="choice", options=dict(Party.choices)),
        Column("bailiff", "b.name", N_("Bailiff")),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(WritStatus.choices)),
        Column("registered_on", "t.registered_on", N_("Registered"), sort="registered", shape="date"),
        Column("due_on", "t.due_on", N_("Check until"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("registered", N_("Registered"), "registered_on", plain=True),
        Sort("due", N_("Check until"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(WritStatus.choices),
    open_statuses=(WritStatus.PRIVATE, WritStatus.WITHDRAWN, WritStatus.STATE),
    filters=(
        Choice("debtor", N_("Debtor"), "t.debtor_kind", dict(Party.choices)),
        Choice("claimant", N_("Claimant"), "t.claimant_kind", dict(Party.choices)),
        Dates("registered", N_("Registered"), "t.registered_on"),
        Flag("handed", N_("Passed to a state bailiff"), "t.handed_on IS NOT NULL"),
        Lead("bailiff", N_("Bailiff"), "t.bailiff_id"),
    ),
    mine=("officer_id",),
    joins=f"{_OF_OFFICE} JOIN enforcement_bailiff b ON b.id = t.bailiff_id",
)

BAILIFFS = Register(
    name="bailiffs",
    kind="bailiff",
    title=N_("Bailiffs"),
    table="enforcement_bailiff",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.name", N_("Bailiff")),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(BailiffKind.choices)),
        Column("licence", "t.licence", N_("Licence"), empty="—"),
        Column("department", {"ru": "d.name_ru", "kk": "d.name_kk"}, N_("Department"), shape="localised"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(BailiffStatus.choices)),
        Column("entered_on", "t.entered_on", N_("Registered"), sort="entered", shape="date"),
        Column("due_on", "NULL::date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(Sort("entered", N_("Registered"), "entered_on", plain=True),),
    statuses=dict(BailiffStatus.choices),
    open_statuses=(BailiffStatus.WORKING,),
    unfinished=N_("Works"),
    filters=(Choice("kind", N_("Kind"), "t.kind", dict(BailiffKind.choices)),),
    joins=f"{_OF_OFFICE} LEFT JOIN matters_body d ON d.id = t.body_id",
)

# Counted over the reader's scope, as the lines are.
_HIS = (
    "FROM enforcement_writ w WHERE w.bailiff_id = t.id"
    f" AND {traces.seen_sql('w')} AND w.id NOT IN ({barred.ids_sql('enforcement_case')})"
)
_WRITS_OF = (
    "(SELECT jsonb_build_object('writs', count(*), 'writs_open', count(*) FILTER (WHERE w.status <> 'ended'),"
    f" 'writs_late', count(*) FILTER (WHERE w.due_on < %(today)s)) {_HIS})"
)
traces.of_register(BAILIFFS, of="t.body_id", day="t.entered_on", title="t.address", more=_WRITS_OF)
traces.of_register(
    WRITS,
    of="b.body_id",
    day="t.registered_on",
    title="b.name || ': ' || left(t.demand, 120)",
    joins="JOIN enforcement_bailiff b ON b.id = t.bailiff_id",
)


def _party(name: str, label: str) -> Role:
    """A party of a writ: the number is known of people only."""
    return Role(
        name=name,
        label=label,
        table="enforcement_writ",
        iin=f"t.{name}_iin",
        who=f"t.{name}",
        page="writs:card",
        subject="enforcement_case",
        power="card.read",
        day="t.registered_on",
        title="left(t.demand, 200)",
        number="t.number",
        kinds=("enforcement_case",),
        words=dict(WritStatus.choices),
    )


declare(_party("claimant", N_("Claimant on a writ")), _party("debtor", N_("Debtor on a writ")))
