"""The register of orders and directives: what it shows, by what it sorts and filters (O.4)."""

from qadaga.authority.lists.filters import Choice, Dates, Flag, Lead, Number, Words
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.organisation.orders.choices import OrderForm, OrderKind, OrderStatus
from qadaga.organisation.orders.transitions import FINAL

_JOINS = """
JOIN offices_office o ON o.id = t.office_id
LEFT JOIN staff_appointment sa ON sa.id = t.author_id
LEFT JOIN staff_person sp ON sp.id = sa.person_id
"""
_PERSON = {"last": "sp.last_name", "first": "sp.first_name", "middle": "sp.middle_name"}
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_TITLE = {
    "ru": "coalesce(nullif(t.title_ru, ''), t.title_kk)",
    "kk": "coalesce(nullif(t.title_kk, ''), t.title_ru)",
}
_IN_FORCE = "t.in_force_on <= %(today)s AND (t.cancelled_on IS NULL OR t.cancelled_on > %(today)s)"
_NOT_FAMILIAR = (
    "t.status = 'signed' AND EXISTS (SELECT 1 FROM orders_orderaddressee f "
    "WHERE f.order_id = t.id AND f.familiar_on IS NULL)"
)

ORDERS = Register(
    name="orders",
    kind="order",
    title=N_("Orders"),
    table="orders_order",
    columns=(
        Column("id", "t.id"),
        Column("number", "coalesce(t.number_text, '')", N_("Number")),
        Column("drafted_on", "t.drafted_on", N_("Drafted"), sort="drafted", shape="date"),
        Column("signed_on", "t.signed_on", N_("Signed"), shape="date"),
        # The number tells the form, the title what it is on: a page has room for the title, a file for all.
        Column("form", "t.form", N_("Form"), shape="choice", options=dict(OrderForm.choices), on_page=False),
        Column(
            "kind",
            "t.kind",
            N_("What it is on"),
            shape="choice",
            options=dict(OrderKind.choices),
            on_page=False,
        ),
        Column("title", _TITLE, N_("Title"), shape="localised"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(OrderStatus.choices)),
        Column("due_on", "t.due_on", N_("Points due"), sort="due", shape="date"),
        Column("officer", _PERSON, N_("Author"), shape="person"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("drafted", N_("Drafted"), "drafted_on", plain=True),
        Sort("due", N_("Points due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(OrderStatus.choices),
    open_statuses=tuple(status for status in OrderStatus if status not in FINAL),
    filters=(
        Number("number", N_("Number")),
        Choice("form", N_("Form"), "t.form", dict(OrderForm.choices)),
        Choice("kind", N_("What it is on"), "t.kind", dict(OrderKind.choices)),
        Dates("drafted", N_("Drafted"), "t.drafted_on"),
        Dates("signed", N_("Signed"), "t.signed_on"),
        Dates("due", N_("Points due"), "t.due_on"),
        Flag("in_force", N_("In force today"), _IN_FORCE),
        Flag("not_familiar", N_("Somebody is not familiar yet"), _NOT_FAMILIAR),
        Lead("officer", N_("Author"), "t.author_id"),
        Words("words", N_("Title or words")),
    ),
    mine=("author_id",),
    joins=_JOINS,
)
