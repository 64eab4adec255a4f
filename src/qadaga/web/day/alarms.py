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
from qadaga.organisation.pressing import DRAFT, LEADERLESS, MATTER, MOST, ORDER, TERM, Pressing, pressing
from qadaga.web.components import Text, date_text, link
from qadaga.web.day.presenters import SectionView, at_least
from qadaga.web.names import language, post_title


def alarms(actor: Actor, on: date) -> list[SectionView]:
    """The sections that have something in them, in one query; nothing for whoever does not lead."""
    who = actor.who(on)
    if who is None or not leads(actor, on):
        return []
    below = any(who.office_kind in kind.parents for kind in load().office_kinds.values())
    found = pressing(actor, on, language=language(), below=below)
    return [view for view in _sections(found, on) if view.rows]


def leads(actor: Actor, on: date) -> bool:
    """Whether the actor leads an office or is a deputy in it."""
    who = actor.who(on)
    if who is None or not who.officer:
        return False
    post = load().posts[who.post]
    return post.heads or post.deputy or who.acting


def _sections(found: Sequence[Pressing], on: date) -> list[SectionView]:
    def of(*sorts: str) -> list[Pressing]:
        return [row for row in found if row.sort in sorts]

    return [
        _view(
            _("Offices below where nobody may sign"),
            [_("Office"), _("Since"), _("What to do")],
            [_leaderless(row, on) for row in of(LEADERLESS)],
            "danger",
        ),
        _view(
            _("Work without an owner"),
            [_("Matter, draft, order or seal"), _("In whose hands it was"), _("Due"), _("What to do")],
            [_ownerless(row) for row in of(MATTER, DRAFT, ORDER)],
            "danger",
        ),
        _view(
            _("Terms of posts that end soon"),
            [_("Name"), _("Post"), _("Ends")],
            [_term(row) for row in of(TERM)],
            "warning",
        ),
    ]


def _leaderless(row: Pressing, on: date) -> tuple[Text, ...]:
    remedy = link(reverse("offices:acting", args=[row.note]), _("Name who replaces the head"))
    return link(reverse("offices:card", args=[row.note]), row.name), date_text(row.day or on), remedy


def _ownerless(row: Pressing) -> tuple[Text, ...]:
    remedy = link(reverse("offices:hand_over", args=[row.other]), _("Hand over the work"))
    return row.name, row.note, date_text(row.day), remedy


def _term(row: Pressing) -> tuple[Text, ...]:
    post, kind = row.note.split(" ", 1)
    person = link(reverse("offices:person", args=[row.other]), row.name)
    return person, post_title(post, kind=kind), date_text(row.day)


def _view(title: str, labels: list[str], rows: Sequence[Sequence[Text]], tone: str) -> SectionView:
    count = at_least(len(rows), MOST)
    return SectionView(title, count, labels, [_row(labels, row, tone) for row in rows], all_url="")


def _row(labels: Sequence[str], cells: Sequence[Text], tone: str) -> SafeString:
    drawn = format_html_join("", '<td role="cell" data-label="{}">{}</td>', zip(labels, cells, strict=True))
    return format_html('<tr role="row" class="q-row-{}">{}</tr>', tone, drawn)
