"""The collegium of an office as tables, facts and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.offices.models import Office
from qadaga.organisation.collegia.models import Collegium, CollegiumMember
from qadaga.organisation.collegia.selectors import Composition
from qadaga.organisation.orders.models import Order
from qadaga.web.components import (
    ActionView,
    Column,
    Empty,
    Row,
    RulingView,
    Table,
    Text,
    badge,
    date_text,
    link,
)
from qadaga.web.names import language
from qadaga.web.offices.words import post_of
from qadaga.web.rulings import ruling_view

Pair = tuple[str, Text]


def fact(office: Office, found: Collegium | None, *, possible: bool) -> Text:
    """The line on the office's card: the collegium there is, that there may be one, or that there is none."""
    if not possible:
        return _("none: not at this level or kind (L.1.5)")
    page = reverse("structure:collegium", args=[office.code])
    if found is None:
        return link(page, _("may be formed (L.1.5)"))
    seats: int = found.seats  # type: ignore[attr-defined]  # annotated by the selector
    return link(page, _("formed, members: %(count)s") % {"count": seats})


def facts(found: Composition, *, open_to: Callable[[Order], bool]) -> list[Pair]:
    """What the collegium rests on; whose rules it works by (L.1.11)."""
    row, rules = found.collegium, found.rules
    pairs: list[Pair] = []
    if row is not None:
        pairs = [
            (_("Formed from"), date_text(row.starts_on)),
            (_("Formed by the order"), _order(row.order, open_to)),
            (_("Members"), str(len(found.members))),
        ]
    if row is not None and row.ends_on:
        pairs.append((_("First day without"), date_text(row.ends_on)))
    unset = badge(_("the Prosecutor General has not set them yet"), "warning")
    return [*pairs, (_("Rules and status of members"), _order(rules.order, open_to) if rules else unset)]


def _order(order: Order, open_to: Callable[[Order], bool]) -> Text:
    """A link where the reader reaches the order, its number otherwise."""
    return link(reverse("orders:card", args=[order.id]), str(order)) if open_to(order) else str(order)


def members(office: Office, rows: Iterable[CollegiumMember], *, may_change: bool) -> Table:
    """Who sits in the collegium on the day."""
    columns = [Column(_("Name")), Column(_("Post")), Column(_("Office")), Column(_("Since"), "q-date")]
    if may_change:
        columns.append(Column(_("Change")))
    shown = []
    for row in rows:
        held = row.appointment
        cells: list[Text] = [
            held.person.name,
            post_of(held),
            held.office.name_in(language()),
            date_text(row.starts_on),
        ]
        if may_change:
            url = reverse("structure:collegium_release", args=[office.code, row.pk])
            cells.append(_until(row.ends_on) if row.ends_on else link(url, _("Release")))
        shown.append(Row(cells))
    nothing = Empty(_("Nobody sits in it on this day"), _("Name members by an order."))
    return Table(_("Members"), columns, shown, nothing)


def _until(ends_on: date) -> str:
    return _("until %(day)s") % {"day": date_text(ends_on)}


def history(rows: Iterable[Collegium]) -> Table:
    """Every collegium the office has had."""
    columns = [Column(_("Order")), Column(_("From"), "q-date"), Column(_("Until"), "q-date")]
    shown = [
        Row([row.ground, date_text(row.starts_on), date_text(row.ends_on) if row.ends_on else "—"])
        for row in rows
    ]
    return Table(_("Collegia of this office"), columns, shown)


def actions(actor: Actor, subject: Subject, found: Collegium | None, on: date) -> list[ActionView]:
    """What may be done today, and why not the rest."""
    code = str(subject.office)
    offered = [("collegium.form", _("Form the collegium"), "structure:collegium_form", "plus")]
    if found is not None:
        offered = [
            ("collegium.seat", _("Name a member"), "structure:collegium_seat", "user"),
            ("collegium.form", _("End the collegium"), "structure:collegium_end", "circle-x"),
        ]
    views = [
        ActionView(label, _ruling(actor, power, subject, on), url=reverse(url, args=[code]), icon=icon)
        for power, label, url, icon in offered
    ]
    rules = _ruling(actor, "collegium.set_rules", subject, on)
    if rules.allowed:
        label, url = _("Set the rules of collegia"), reverse("structure:collegium_rules")
        views.append(ActionView(label, rules, url=url, icon="adjustments"))
    return views


def _ruling(actor: Actor, power: str, subject: Subject, on: date) -> RulingView:
    return ruling_view(authority.may(actor, power, subject, on=on))
