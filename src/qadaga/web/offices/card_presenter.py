"""The card of an office: what it is on a day, who serves there, how it came to be so, what may be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import CharField, F, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law import catalogue
from qadaga.offices.models import Office
from qadaga.offices.tree import Node, Tree
from qadaga.organisation import subjects
from qadaga.staff.models import ActingHead, Appointment
from qadaga.web.components import (
    ActionView,
    Column,
    Crumb,
    Empty,
    Row,
    Table,
    Text,
    TimelineEntry,
    badge,
    date_text,
    lines,
    link,
)
from qadaga.web.names import language
from qadaga.web.offices.words import kind_title, place_name, post_of, sphere_title, unit_name
from qadaga.web.rulings import ruling_view

Names = Callable[[Appointment], Text]
Pair = tuple[str, Text]


def crumbs(tree: Tree, office: Office, suffix: str) -> list[Crumb]:
    """The tree, then the offices above this one."""
    above = tree.line(office.id)[:-1]
    found = [Crumb(_("Offices"), reverse("offices:tree") + suffix)]
    return found + [
        Crumb(node.name_in(language()), reverse("offices:card", args=[node.code]) + suffix) for node in above
    ]


def facts(office: Office, node: Node | None, leads: Appointment | None, collegium: Text) -> list[Pair]:
    """What the office is on the day; `collegium` is what is said of it there."""
    return [
        (_("Code"), office.code),
        (_("Kind"), kind_title(office.kind)),
        (_("Level"), str(office.level)),
        (_("Name in Kazakh"), _kazakh(node)),
        (_("Name in Russian"), node.name_ru if node else "—"),
        (_("Name in English"), node.name_en if node else "—"),
        (_("Led by"), _leader(leads)),
        (_("Territory"), _all(node.kato if node else (), place_name) or _("the whole country")),
        (_("Sphere"), _all(node.spheres if node else (), sphere_title) or _("general")),
        (_("Collegium"), collegium),
        (_("Legal personality"), _personality(office)),
        (_("Exists from"), date_text(office.opened_on)),
        (_("Exists until"), date_text(office.closed_on)),
    ]


def _all(ids: Sequence[str], name: Callable[[str], str]) -> str:
    return "; ".join(map(name, ids))


def _personality(office: Office) -> str:
    record = catalogue.load().office_kinds.get(office.kind)
    if record is not None and record.legal_personality:
        return _("yes")
    return _("no: a part of %(office)s (O.1)") % {"office": office.region.name_in(language())}


def _kazakh(node: Node | None) -> Text:
    if node is None or node.kk_checked:
        return node.name_kk if node else "—"
    return lines(node.name_kk, badge(_("A native reader should check this"), "warning"))


def _leader(leads: Appointment | None) -> Text:
    if leads is None:
        return badge(_("Nobody: the head is absent and nobody is named"), "danger", "alert-triangle")
    acting = "" if leads.heads else _("replaces the head")
    return lines(leads.person.name, post_of(leads), acting)


def people(rows: Iterable[Appointment], leads: Appointment | None, name: Names) -> Table:
    """Everybody who holds a post there on the day, each with the unit."""
    columns = [Column(_("Name")), Column(_("Post")), Column(_("Unit")), Column(_("Since"), "q-date")]
    found = [
        Row(
            [
                _marked(row, leads, name),
                post_of(row),
                unit_name(row.unit),
                date_text(row.starts_on),
            ]
        )
        for row in rows
    ]
    nothing = Empty(_("Nobody serves here on this day"))
    return Table(_("People"), columns, found, nothing)


def _marked(row: Appointment, leads: Appointment | None, name: Names) -> Text:
    marks = [badge(_("absent"), "warning")] if getattr(row, "absent", False) else []
    if leads is not None and leads.pk == row.pk and not row.heads:
        marks.append(badge(_("replaces the head"), "info"))
    return lines(name(row), *marks)


def below(tree: Tree, office: Office, suffix: str) -> Table:
    """The offices directly under this one."""
    rows = [
        Row(
            [
                link(reverse("offices:card", args=[node.code]) + suffix, node.name_in(language())),
                kind_title(node.kind),
                node.code,
            ]
        )
        for node in tree.below.get(office.id, ())
    ]
    columns = [Column(_("Office")), Column(_("Kind")), Column(_("Code"), "q-min")]
    return Table(_("Offices below"), columns, rows)


def history(office: Office) -> list[TimelineEntry]:
    """Names, lines, territory and spheres over time, the latest first. One query."""
    own = f"name_{language()}"
    rows = _dated(office.names, "name", own).union(
        _dated(office.subordinations, "line", f"parent__{own}"),
        _dated(office.territories, "territory", "kato"),
        _dated(office.spheres, "sphere", "sphere"),
        all=True,
    )
    found = sorted(rows, key=lambda row: row[1], reverse=True)
    return [
        TimelineEntry(date_text(since), _told(what, text), detail=_until(until))
        for what, since, until, text in found
    ]


def _dated(rows: Any, what: str, text: str) -> Any:
    kind = Value(what, output_field=CharField())
    return rows.annotate(what=kind, said=F(text)).values_list("what", "starts_on", "ends_on", "said")


def _told(what: str, text: str) -> str:
    if what == "name":
        return _("Name: %(text)s") % {"text": text}
    if what == "line":
        return _("Stands under: %(text)s") % {"text": text}
    if what == "territory":
        return _("Territory: %(text)s") % {"text": place_name(text)}
    return _("Sphere: %(text)s") % {"text": sphere_title(text)}


def replacements(office: Office, rows: Iterable[ActingHead]) -> Table:
    """Who is named to replace the head now and ahead; each naming may be ended."""
    days = [Column(_("From"), "q-date"), Column(_("Until"), "q-date")]
    found = [
        Row(
            [
                row.appointment.person.name,
                date_text(row.starts_on),
                date_text(row.ends_on),
                link(reverse("offices:end_acting", args=[office.code, row.pk]), _("End it")),
            ]
        )
        for row in rows
    ]
    return Table(_("Replacements of the head"), [Column(_("Name")), *days, Column(_("Change"))], found)


def _until(ends_on: date | None) -> str:
    return _("until %(day)s") % {"day": date_text(ends_on)} if ends_on else ""


def actions(actor: Actor, path: tuple[str, ...], on: date) -> list[ActionView]:
    """What the actor may do with the office, and why not the rest."""
    offered = [
        ("appointment.make", "appointment", _("Add a person"), "offices:add_person", "users"),
        ("acting.appoint", "acting_head", _("Name who replaces the head"), "offices:acting", "user"),
        ("duties.distribute", "duties", _("Distribute duties"), "offices:distribute", "adjustments"),
        ("power.delegate", "office", _("Pass a power down"), "offices:pass_power", "arrow-back-up"),
        ("office.edit", "office", _("Change the name"), "offices:rename", "pencil"),
        ("office.edit", "office", _("Change the territory"), "offices:territory", "sitemap"),
        ("office.edit", "office", _("Change the sphere"), "offices:spheres", "adjustments"),
        ("office.edit", "office", _("Put under another office"), "structure:move", "arrow-back-up"),
        ("office.create", "office", _("Create an office below"), "offices:create", "plus"),
        ("office.close", "office", _("Merge offices below"), "structure:merge_choose", "arrows-diff"),
        ("office.close", "office", _("Close the office"), "structure:close", "circle-x"),
    ]
    return [
        ActionView(
            label,
            ruling_view(authority.may(actor, power, subjects.at(path, kind), on=on)),
            url=reverse(url, args=[path[-1]]),
            icon=icon,
        )
        for power, kind, label, url, icon in offered
    ]
