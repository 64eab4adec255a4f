"""The register of seals, stamps and blanks: what it shows, by what it sorts and filters (O.3)."""

from qadaga.authority.lists.filters import Choice, Dates, Flag, Lead
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.organisation.seals.choices import SealKind, SealStatus

_JOINS = """
JOIN offices_office o ON o.id = t.office_id
LEFT JOIN staff_appointment sa ON sa.id = t.holder_id
LEFT JOIN staff_person sp ON sp.id = sa.person_id
"""
_PERSON = {"last": "sp.last_name", "first": "sp.first_name", "middle": "sp.middle_name"}
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}

SEALS = Register(
    name="seals",
    kind="seal",
    title=N_("Seals, stamps and blanks"),
    table="seals_seal",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.mark", N_("Mark")),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(SealKind.choices)),
        Column("name", "t.name_kk", N_("Name on it")),
        Column("registered_on", "t.registered_on", N_("Registered"), sort="registered", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(SealStatus.choices)),
        Column("officer", _PERSON, N_("Holder"), shape="person"),
        Column("due_on", "t.due_on", N_("Next inventory"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("registered", N_("Registered"), "registered_on", plain=True),
        Sort("due", N_("Next inventory"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(SealStatus.choices),
    unfinished=N_("In use"),
    open_statuses=(SealStatus.HELD, SealStatus.LOST),
    filters=(
        Choice("kind", N_("Kind"), "t.kind", dict(SealKind.choices)),
        Dates("due", N_("Next inventory"), "t.due_on"),
        Flag("alarm", N_("Lost, not decided on yet"), "t.status = 'lost' AND t.order_id IS NULL"),
        Lead("officer", N_("Holder"), "t.holder_id"),
    ),
    mine=("holder_id",),
    joins=_JOINS,
)
