"""Who replaced heads, and what they signed and answer for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.authority.lists import cursors
from qadaga.authority.lists.cursors import Cursor
from qadaga.common.errors import NotFound
from qadaga.law import wording
from qadaga.organisation import acted
from qadaga.organisation.acted import Paper
from qadaga.staff.models import ActingHead
from qadaga.web.components import Column, Crumb, Empty, Row, Table, Text, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.offices.words import post_of
from qadaga.web.views import StaffRequest, staff_view

SIZE = 50
_ORDER = "acting:starts_on"


@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The register, the newest first; with `naming` also what that person signed."""
    office, chosen = request.GET.get("office", ""), request.GET.get("naming", "")
    after = cursors.read(request.GET.get("cursor", ""), order=_ORDER)
    at = (date.fromisoformat(after.key), after.id.int) if after else None
    rows = list(acted.register(request.actor, request.on, office=office, after=at)[: SIZE + 1])
    context = {
        "title": _("Who replaced heads"),
        "crumbs": [Crumb(_("People"), reverse("personnel:home"))],
        "table": _table(rows[:SIZE], request.on),
        "more": _next(rows, office),
        **(_signed(request, chosen) if chosen else {}),
    }
    return render(request, "personnel/acted.html", context)


def _signed(request: StaffRequest, chosen: str) -> dict[str, object]:
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 10):
        raise NotFound()
    row = acted.naming(request.actor, request.on, int(chosen))
    words = _("%(who)s signed for the head of %(office)s")
    said = {"who": row.appointment.person.name, "office": row.office.name_in(language())}
    title, papers = words % said, acted.signed(row, request.actor)
    if len(papers) == acted.MOST:
        shown = _("%(part)s: the first %(most)s, the others are in the registers of acts and orders")
        title = shown % {"part": title, "most": acted.MOST}
    return {"signed_title": title, "signed": _papers(papers)}


def _next(rows: Sequence[ActingHead], office: str) -> str:
    if len(rows) <= SIZE:
        return ""
    last = rows[SIZE - 1]
    word = cursors.write(Cursor(last.starts_on.isoformat(), UUID(int=last.pk)), order=_ORDER)
    return f"?office={office}&cursor={word}"


def _table(rows: Sequence[ActingHead], on: date) -> Table:
    columns = [
        Column(_("Who"), "q-wide"),
        Column(_("Office")),
        Column(_("From"), "q-date"),
        Column(_("Until"), "q-date"),
        Column(_("Signed")),
        Column(_("Ground")),
    ]
    nothing = Empty(
        _("Nobody has been named to replace a head"),
        _("Whoever is named on the page of an office stands here, with everything signed in those days."),
    )
    return Table(_("Who replaced heads"), columns, [_row(row, on) for row in rows], nothing)


def _row(row: ActingHead, on: date) -> Row:
    held = row.appointment
    person = link(reverse("offices:person", args=[held.person_id]), held.person.name)
    return Row(
        [
            lines(person, post_of(held), badge(_("now"), "info") if row.holds(on) else ""),
            link(reverse("offices:card", args=[row.office.code]), row.office.name_in(language())),
            date_text(row.starts_on),
            date_text(row.ends_on),
            _counts(row),
            row.ground or "—",
        ]
    )


def _counts(row: ActingHead) -> Text:
    acts, orders = row.acts, row.orders  # type: ignore[attr-defined]  # annotated by the register
    if not acts and not orders:
        return _("nothing")
    words = _("acts: %(acts)s, orders: %(orders)s") % {"acts": acts, "orders": orders}
    return link(f"{reverse('personnel:acted')}?naming={row.pk}#signed", words)


def _papers(papers: Sequence[Paper]) -> Table:
    columns = [Column(_("What"), "q-wide"), Column(_("Number")), Column(_("Signed"), "q-date")]
    rows = [
        Row(
            [
                wording.title("act_kinds", paper.form, language()),
                link(reverse(f"{paper.kind}s:card", args=[paper.id]), paper.number or "—"),
                date_text(paper.signed_on),
            ]
        )
        for paper in papers
    ]
    nothing = Empty(_("Nothing was signed in these days"))
    return Table(_("What was signed for the head"), columns, rows, nothing)
