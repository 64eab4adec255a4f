"""A section's list and a record's page, as finished rows and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.law import catalogue
from qadaga.law.loading import Catalogue
from qadaga.law.records import Edition, Power, Provision, Record, Source
from qadaga.law.reference import Place, clauses_of, index
from qadaga.web.components import Column, Row, Table, Text, date_text, lines
from qadaga.web.law import places
from qadaga.web.law.conditions import Group, groups, status_flag
from qadaga.web.law.facts import facts
from qadaga.web.law.links import clause_link, record_link
from qadaga.web.law.lists import Block, clause_table
from qadaga.web.law.sections import SECTIONS, Section
from qadaga.web.names import language


@dataclass(frozen=True, slots=True)
class Found:
    """A record as a day asks for it: the state it was taken from, and whether that is the day's own."""

    record: Record
    state: Catalogue
    in_force: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A record's page."""

    title: str
    gist: str
    badge: SafeString | str
    pairs: Sequence[tuple[str, Text]]
    groups: Sequence[Group] = ()
    blocks: Sequence[Block] = field(default_factory=tuple)


def find(section: Section, name: str, on: date) -> Found | None:
    """The record as of the day; where the day has none, from the next state that has it, or the last."""
    states = catalogue.law().states
    own = catalogue.law().at(on)
    later = [state for state in states if state.start > on]
    earlier = [state for state in reversed(states) if state.start <= on]
    for state in (own, *later, *earlier):
        record = section.records(state).get(name)
        if record is not None:
            return Found(record, state, state is own)
    return None


def absence_note(found: Found, on: date) -> str:
    """Why the record rules nothing on that day; empty where it is in force."""
    if found.in_force:
        return ""
    days = {"on": date_text(on), "since": date_text(found.state.start)}
    if found.state.start > on:
        return _("On %(on)s no norm is in force for this: it begins on %(since)s.") % days
    return _("On %(on)s this is in no edition in force.") % days


def state_note(state: Catalogue, on: date) -> str:
    """Which of the product's own sources says nothing yet on that day."""
    live = set(state.edition.split("+"))
    silent = [
        source
        for source in catalogue.load().sources.values()
        if source.kind == "normative" and not any(_of(edition, source, state) for edition in live)
    ]
    if not silent:
        return ""
    titles = ", ".join(source.title.get(language()) for source in silent)
    text = _(
        "On %(on)s no norm of this source is in force: %(source)s. What rests on it allows nothing that day."
    )
    return text % {"on": date_text(on), "source": titles}


def _of(edition: str, source: Source, state: Catalogue) -> bool:
    return edition in state.editions and state.editions[edition].source == source.id


def page(section: Section, found: Found, on: date | None, used: Sequence[Block] = ()) -> Page:
    """Everything a record's page shows; `used` says how often it is used."""
    record, state = found.record, found.state
    resting = index(state).resting.get(record.id, ()) if isinstance(record, Provision) else ()
    speaking = index(state).speaking.get((section.name, record.id), ())
    blocks = [
        *used,
        *places.worked_at(record),
        *([_clauses(record, state, on)] if not isinstance(record, Provision | Source) else []),
        *(_places(_("What rests on this clause"), resting, on)),
        *(_places(_("Where it is named"), speaking, on)),
        *(_of_source(record, state, on) if isinstance(record, Source) else []),
        history(section, record),
    ]
    return Page(
        title=title_of(record),
        gist=record.gist.get(language()),
        badge=status_flag(record.status),
        pairs=facts(record, state, on),
        groups=groups(record, on) if isinstance(record, Power) else (),
        blocks=blocks,
    )


def title_of(record: Record) -> str:
    """A record's title as a heading; a clause bears its number."""
    title = record.title.get(language())
    shown = title[:1].upper() + title[1:]
    return f"{record.id} {shown}" if isinstance(record, Provision) else shown


def _clauses(record: Record, state: Catalogue, on: date | None) -> Block:
    rows = [Row([clause_link(clause, on), _clause_words(clause, state)]) for clause in clauses_of(record)]
    columns = [Column(_("Clause"), "q-min"), Column(_("What it says"))]
    return Block(_("The clauses it rests on"), Table(_("Clauses"), columns, rows), len(rows))


def _clause_words(clause: str, state: Catalogue) -> Text:
    provision = state.provisions.get(clause) or catalogue.load().provisions.get(clause)
    if provision is None:
        return clause
    title = format_html("{} {}", provision.title.get(language()), status_flag(provision.status))
    return lines(title, provision.gist.get(language()))


def _places(title: str, places: Iterable[Place], on: date | None) -> Iterator[Block]:
    shown = [place for place in places if place.section in SECTIONS]
    if not shown:
        return
    rows = [
        Row([str(SECTIONS[place.section].title), lines(record_link(place.section, place.record, on), gist)])
        for place in shown
        for gist in [place.record.gist.get(language())]
    ]
    yield Block(title, Table(title, [Column(_("Section"), "q-min"), Column(_("Record"))], rows), len(rows))


def _of_source(source: Source, state: Catalogue, on: date | None) -> list[Block]:
    editions = [e for e in catalogue.load().editions.values() if e.source == source.id]
    rows = [
        Row([edition.title.get(language()), in_force(edition), status_flag(edition.status)])
        for edition in editions
    ]
    columns = [Column(_("Edition")), Column(_("In force"), "q-date"), Column("")]
    clauses = [p for p in state.provisions.values() if p.source == source.id]
    return [
        Block(_("Editions"), Table(_("Editions"), columns, rows), len(rows)),
        Block(_("Clauses"), clause_table(clauses, on), len(clauses)),
    ]


def in_force(edition: Edition) -> str:
    """From when to when an edition is in force, in words."""
    start = "" if edition.valid_from == date.min else date_text(edition.valid_from)
    if edition.valid_to is None:
        return _("since %(day)s") % {"day": start} if start else _("always")
    end = date_text(edition.valid_to)
    return _("from %(start)s, before %(end)s") % {"start": start, "end": end} if start else end


def history(section: Section, record: Record) -> Block:
    """The record's editions through the states of the law, each a link to a day it was in force."""
    rows = [
        Row(
            [_span(states), record_link(section.name, version, states[0].start if _days(states[0]) else None)]
        )
        for version, states in _versions(section, record.id)
    ]
    columns = [Column(_("In force"), "q-date"), Column(_("As it was"))]
    return Block(_("Editions of this record"), Table(_("Editions of this record"), columns, rows), len(rows))


def _days(state: Catalogue) -> bool:
    return state.start > date(1991, 1, 1)


def _versions(section: Section, name: str) -> list[tuple[Record, list[Catalogue]]]:
    held = [(section.records(state).get(name), state) for state in catalogue.law().states]
    runs = [(key, [state for _, state in run]) for key, run in groupby(held, key=lambda pair: pair[0])]
    return [(record, states) for record, states in runs if record is not None]


def _span(states: Sequence[Catalogue]) -> str:
    start, end = states[0].start, states[-1].end
    if start == date.min:
        return _("always") if end is None else _("before %(day)s") % {"day": date_text(end)}
    if end is None:
        return _("since %(day)s") % {"day": date_text(start)}
    return _("from %(start)s, before %(end)s") % {"start": date_text(start), "end": date_text(end)}
