"""Sections of the day for whoever leads: offices below that nobody leads, work without an owner, terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.authority.actor import Actor
from qadaga.law.catalogue import load
from qadaga.organisation.alarms import open_alarms
from qadaga.organisation.handover.selectors import ownerless
from qadaga.organisation.oversight import terms_ending, without_leader
from qadaga.web.components import Text, date_text, link
from qadaga.web.day.presenters import SectionView
from qadaga.web.names import language, post_title


def alarms(actor: Actor, on: date) -> list[SectionView]:
    """The sections that have something in them; nothing for whoever does not lead."""
    who = actor.who(on)
    if who is None or not who.officer:
        return []
    post = load().posts[who.post]
    if not (post.heads or post.deputy or who.acting):
        return []
    found = [_leaderless(actor, on), _ownerless(actor, on), _terms(actor, on)]
    return [view for view in found if view.rows]


def _leaderless(actor: Actor, on: date) -> SectionView:
    offices = list(without_leader(on, above=actor.office_id)) if _may_have_below(actor, on) else []
    since = open_alarms({office.id for office in offices}) if offices else {}
    rows: list[tuple[Text, ...]] = [
        (
            link(reverse("offices:card", args=[office.code]), office.name_in(language())),
            date_text(since[office.id].raised_on if office.id in since else on),
            link(reverse("offices:acting", args=[office.code]), _("Name who replaces the head")),
        )
        for office in offices
    ]
    labels = [_("Office"), _("Since"), _("What to do")]
    return _view(_("Offices below where nobody may sign"), labels, rows, "danger")


def _may_have_below(actor: Actor, on: date) -> bool:
    who = actor.who(on)
    return who is not None and any(who.office_kind in kind.parents for kind in load().office_kinds.values())


def _ownerless(actor: Actor, on: date) -> SectionView:
    rows: list[tuple[Text, ...]] = [
        (
            row.name,
            row.last_name,
            date_text(row.due_on),
            link(reverse("offices:hand_over", args=[row.giver_id]), _("Hand over the work")),
        )
        for row in ownerless(actor.office_id, on, reader=actor.person_id)
    ]
    labels = [_("Matter or draft"), _("In whose hands it was"), _("Due"), _("What to do")]
    return _view(_("Work without an owner"), labels, rows, "danger")


def _terms(actor: Actor, on: date) -> SectionView:
    rows: list[tuple[Text, ...]] = [
        (
            link(reverse("offices:person", args=[row.person_id]), row.person.name),
            post_title(row.post, kind=row.office.kind),
            date_text(row.ends_on),
        )
        for row in terms_ending(actor.office_id, on)
    ]
    return _view(_("Terms of posts that end soon"), [_("Name"), _("Post"), _("Ends")], rows, "warning")


def _view(title: str, labels: list[str], rows: Sequence[Sequence[Text]], tone: str) -> SectionView:
    return SectionView(title, str(len(rows)), labels, [_row(labels, row, tone) for row in rows], all_url="")


def _row(labels: Sequence[str], cells: Sequence[Text], tone: str) -> SafeString:
    drawn = format_html_join("", '<td role="cell" data-label="{}">{}</td>', zip(labels, cells, strict=True))
    return format_html('<tr role="row" class="q-row-{}">{}</tr>', tone, drawn)
