"""The register of information exchanged with bodies (O.7.4)."""

from qadaga.authority.lists.filters import Choice, Dates
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.coordination.exchange.choices import ExchangeStatus, Way, What

EXCHANGES = Register(
    name="exchanges",
    kind="exchange",
    title=N_("Information exchanged with bodies"),
    table="exchange_exchange",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number_text", N_("Number")),
        Column("title", "t.title", N_("About what")),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Body"), shape="localised"),
        Column("way", "t.way", N_("Which way"), shape="choice", options=dict(Way.choices)),
        Column("what", "t.what", N_("Kind"), shape="choice", options=dict(What.choices)),
        Column("on", "t.on", N_("Date"), sort="on", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ExchangeStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
    ),
    sorts=(
        Sort("on", N_("Date"), "on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(ExchangeStatus.choices),
    open_statuses=(ExchangeStatus.AWAITED,),
    filters=(
        Choice("way", N_("Which way"), "t.way", dict(Way.choices)),
        Choice("what", N_("Kind"), "t.what", dict(What.choices)),
        Dates("due", N_("Due"), "t.due_on"),
    ),
    mine=("recorded_by_id",),
    joins="JOIN offices_office o ON o.id = t.office_id\nJOIN matters_body b ON b.id = t.body_id",
)
