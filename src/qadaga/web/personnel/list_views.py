"""The list of ranked posts and the highest rank of each (L.2.4)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.law import catalogue
from qadaga.organisation.personnel import ranked_posts
from qadaga.organisation.personnel.models import RankedPost
from qadaga.web.cards.sections import Section
from qadaga.web.components import ActionView, Crumb, Text, date_text, lines
from qadaga.web.forms import posted
from qadaga.web.names import post_title
from qadaga.web.offices.editing import Change, respond
from qadaga.web.personnel import forms, words
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The list as of today, the highest ranks and the ladders; open to everybody of the service."""
    actions = [
        _action(
            request, _("Change the list by an act of the President"), "ranked_posts.change", "list_change"
        ),
        _action(request, _("Set the highest rank of a post"), "rank_ceiling.set", "ceiling"),
    ]
    context = {
        "title": _("Posts with ranks"),
        "crumbs": [],
        "parts": [_listed(request), _ladder("class"), _ladder("military")],
        "actions": actions,
        "refused": refused(actions),
    }
    return render(request, "personnel/ranks.html", context)


def _action(request: StaffRequest, label: str, power: str, name: str) -> ActionView:
    subject = ranked_posts.subject(request.actor)
    ruling = authority.offered(request.actor, power, subject, request.on)
    return ActionView(label, ruling_view(ruling), url=reverse(f"personnel:{name}"), icon="pencil")


def _listed(request: StaffRequest) -> tuple[Section, str]:
    """The list; what is unverified in it is said once over the table and marked in its rows."""
    highest = {(row.post, row.ladder): row for row in ranked_posts.ceilings(request.on)}
    ladders = dict(words.ladders())
    listed = list(ranked_posts.listed(request.on))
    rows = []
    for row in listed:
        top = highest.get((row.post, row.ladder))
        ceiling = words.flagged(words.rank_title(top.rank), top.status == "unverified") if top else "—"
        rows.append((post_title(row.post), ladders[row.ladder], ceiling, _act(row)))
    columns = [_("Post"), _("Ranks"), _("Highest rank"), _("Since, by which act")]
    empty = _("The list is not entered. A staff officer of the first level enters it by the President's act.")
    note = _(
        "Unverified where marked: no source at hand gives the President's list or the highest ranks. A post "
        "so marked stands here since the system began, and until an act of the President is entered for it."
    )
    doubts = any(row.status == "unverified" for row in highest.values()) or any(
        ranked_posts.before_any_act(row) for row in listed
    )
    return words.part("listed", _("The list"), columns, rows, empty), note if doubts else ""


def _act(row: RankedPost) -> Text:
    """Since when and by which act; of a row that came without an act, that."""
    if ranked_posts.before_any_act(row):
        return words.flagged(_("no act is entered"))
    return lines(date_text(row.starts_on), row.ground)


def _ladder(ladder: str) -> tuple[Section, str]:
    ranks = [rank for rank in catalogue.load().ranks.values() if rank.ladder == ladder]
    rows = [
        (
            str(rank.place),
            words.flagged(words.rank_title(rank.id), rank.status == "unverified"),
            str(rank.years or "—"),
        )
        for rank in sorted(ranks, key=lambda rank: rank.place)
    ]
    title = {"class": _("Class ranks"), "military": _("Military ranks")}[ladder]
    doubts = any(rank.status == "unverified" for rank in ranks)
    note = _("Unverified where marked: no source at hand gives these ranks or their years.") if doubts else ""
    return words.part(ladder, title, ["№", _("Rank"), _("Years before the next")], rows, ""), note


@require_http_methods(_METHODS)
@staff_view
def change(request: StaffRequest) -> HttpResponse:
    """Change the list by an act of the President."""
    form = forms.ListForm(posted(request), initial={"starts_on": request.on})

    def act(_data: dict[str, Any]) -> str:
        ranked_posts.change(by=request.actor, on=request.on, change=form.change())
        return reverse("personnel:ranks")

    title = _("Change the list by an act of the President")
    return respond(request, form, _change(request, "ranked_posts.change", title, act))


@require_http_methods(_METHODS)
@staff_view
def ceiling(request: StaffRequest) -> HttpResponse:
    """Set the highest rank of a post."""
    form = forms.CeilingForm(posted(request), initial={"starts_on": request.on})

    def act(data: dict[str, Any]) -> str:
        values = {key: data[key] for key in ("post", "rank", "starts_on", "ground")}
        ranked_posts.set_ceiling(by=request.actor, on=request.on, **values)
        return reverse("personnel:ranks")

    title = _("Set the highest rank of a post")
    return respond(request, form, _change(request, "rank_ceiling.set", title, act))


def _change(request: StaffRequest, power: str, title: str, act: Any) -> Change:
    return Change(
        power=power,
        subject=ranked_posts.subject(request.actor),
        title=title,
        submit=_("Save"),
        crumbs=[Crumb(_("Posts with ranks"), reverse("personnel:ranks"))],
        act=act,
    )
