"""Which part of the product works a clause, and where its pages are: from what the code itself declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import coverage
from qadaga.law.records import Power, Provision, Record
from qadaga.web.components import Column, Row, Table, link
from qadaga.web.doors import is_open
from qadaga.web.law.links import joined
from qadaga.web.law.lists import Block
from qadaga.web.registers.listed import LISTED, optional_url

if TYPE_CHECKING:  # the type of a lazy string is known to the stubs only
    from django.utils.functional import _StrPromise

# The beginning of a module's name: what the menu calls that part, and its first page. The longest fits.
PARTS: Mapping[str, tuple[str | _StrPromise, str]] = {
    "qadaga.law": (gettext_lazy("Law"), "law:index"),
    "qadaga.authority": (gettext_lazy("May I?"), "law:may"),
    "qadaga.matters": (gettext_lazy("Matters"), "matters:list"),
    "qadaga.matters.norms": (gettext_lazy("Norms in force"), "norms:list"),
    "qadaga.matters.norms.laying": (gettext_lazy("Other duties by law"), "laid_duties:list"),
    "qadaga.appeals.trust": (gettext_lazy("Trust of people"), "trust:page"),
    "qadaga.acts": (gettext_lazy("Acts"), "acts:list"),
    "qadaga.appeals": (gettext_lazy("Appeals"), "appeals:list"),
    "qadaga.staff": (gettext_lazy("People"), "personnel:home"),
    "qadaga.workdays": (gettext_lazy("Calendar of working days"), "law:this_year"),
    "qadaga.organisation": (gettext_lazy("Offices"), "offices:tree"),
    "qadaga.organisation.orders": (gettext_lazy("Orders"), "orders:list"),
    "qadaga.organisation.by_order": (gettext_lazy("Orders"), "orders:list"),
    "qadaga.organisation.seals": (gettext_lazy("Seals and blanks"), "seals:list"),
    "qadaga.organisation.seals.symbols": (gettext_lazy("Symbols"), "symbols:list"),
    "qadaga.organisation.conduct": (gettext_lazy("Conduct"), "conduct:list"),
    "qadaga.organisation.conduct.interference": (gettext_lazy("Interference"), "interference:list"),
    "qadaga.organisation.personnel": (gettext_lazy("People"), "personnel:home"),
    "qadaga.organisation.careers": (gettext_lazy("People"), "personnel:home"),
    "qadaga.organisation.appointments": (gettext_lazy("People"), "personnel:home"),
    "qadaga.organisation.workdays": (gettext_lazy("Calendar of working days"), "law:this_year"),
    "qadaga.organisation.recounts": (gettext_lazy("Calendar of working days"), "law:this_year"),
    "qadaga.court": (gettext_lazy("Courts"), "courtcases:list"),
    "qadaga.supervision.custody": (gettext_lazy("Places of custody"), "places:list"),
    "qadaga.supervision.enforcement": (gettext_lazy("Enforcement proceedings"), "writs:list"),
    "qadaga.supervision.pretrial": (gettext_lazy("Pre-trial investigations"), "investigations:list"),
    "qadaga.supervision.covert": (gettext_lazy("Operative-search activity"), "covert:list"),
    "qadaga.supervision.statistics": (gettext_lazy("Legal statistics"), "records:list"),
    "qadaga.organisation.shifts": (gettext_lazy("Duty shifts"), "shifts:list"),
    "qadaga.supervision.gateway": (gettext_lazy("Matters"), "matters:list"),
    "qadaga.supervision.legality": (gettext_lazy("Legal acts"), "legal_acts:list"),
    "qadaga.supervision.legality.services.analysing": (gettext_lazy("Analyses of legality"), "analyses:list"),
    "qadaga.supervision.offences": (gettext_lazy("Administrative offences"), "offences:list"),
    "qadaga.supervision.inspections": (gettext_lazy("Inspections"), "inspections:list"),
    "qadaga.coordination.plans": (gettext_lazy("Plans of work"), "plans:list"),
    "qadaga.coordination.exchange": (gettext_lazy("Information exchanged with bodies"), "exchanges:list"),
    "qadaga.court.applications": (gettext_lazy("Applications to court"), "applications:list"),
    "qadaga.coordination": (gettext_lazy("Coordination"), "sessions:list"),
    "qadaga.reports": (gettext_lazy("Period reports"), "reports:list"),
    "qadaga.organisation.assignments": (gettext_lazy("Assignments to lower offices"), "assignments:list"),
    "qadaga.treaties": (gettext_lazy("Treaties"), "treaty_requests:list"),
    "qadaga.web.law": (gettext_lazy("Law"), "law:index"),
    "qadaga.web.law.may_views": (gettext_lazy("May I?"), "law:may"),
    "qadaga.web.day": (gettext_lazy("My day"), "home"),
    "qadaga.web.matters": (gettext_lazy("Matters"), "matters:list"),
    "qadaga.web.acts": (gettext_lazy("Acts"), "acts:list"),
    "qadaga.web.appeals": (gettext_lazy("Appeals"), "appeals:list"),
    "qadaga.web.offices": (gettext_lazy("Offices"), "offices:tree"),
    "qadaga.web.personnel": (gettext_lazy("People"), "personnel:home"),
}
OTHER: tuple[str | _StrPromise, str] = (gettext_lazy("Other parts"), "")


def worked_at(record: Record) -> list[Block]:
    """The parts of the product that carry a clause out, each a link, with the code by name."""
    if not isinstance(record, Provision):
        return []
    found: dict[tuple[str, str], list[str]] = {}
    for code in coverage.carriers(record.id):
        label, route = part_of(code)
        found.setdefault((str(label), route), []).append(code)
    if not found:
        return []
    rows = [Row([_page(label, route), _code(names)]) for (label, route), names in sorted(found.items())]
    title = _("Where it is worked")
    table = Table(title, [Column(_("Part of the product"), "q-min"), Column(_("What carries it out"))], rows)
    return [Block(title, table, len(rows))]


def part_of(code: str) -> tuple[str | _StrPromise, str]:
    """The part of the product that a piece of code belongs to: its name and the route of its first page."""
    fitting = [prefix for prefix in PARTS if code == prefix or code.startswith(f"{prefix}.")]
    return PARTS[max(fitting, key=len)] if fitting else OTHER


def registers(record: Record) -> list[SafeString]:
    """Links to the registers of what a power is used on."""
    if not isinstance(record, Power):
        return []
    about = [value for one in record.conditions if one.kind == "about" for value in one.values]
    listed = {one.register.kind: one for one in LISTED.values()}
    return [
        link(listed[kind].url("list"), _(listed[kind].register.title))
        for kind in dict.fromkeys(about)
        if kind in listed and is_open(f"{listed[kind].space}:list")
    ]


def _page(label: str, route: str) -> SafeString:
    url = optional_url(route) if route and is_open(route) else ""
    return link(url, label) if url else format_html("{}", label)


def _code(names: Iterable[str]) -> SafeString:
    return joined([format_html("<code>{}</code>", name.removeprefix("qadaga.")) for name in names], " ")
