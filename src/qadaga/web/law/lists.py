"""The list of a section: clauses by source, powers by the clause they rest on, the others in one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.law import catalogue, wording
from qadaga.law.loading import Catalogue
from qadaga.law.records import OfficeKind, Post, Provision, Record, TermRule
from qadaga.law.reference import Place, index, statute_order
from qadaga.law.references import UNKNOWN
from qadaga.web.components import Column, Row, Table, Text, lines
from qadaga.web.law.conditions import status_flag
from qadaga.web.law.facts import length
from qadaga.web.law.links import clause_link, joined, record_link
from qadaga.web.law.sections import Section
from qadaga.web.law.staff_facts import authority
from qadaga.web.names import language


@dataclass(frozen=True, slots=True)
class Block:
    """A titled table of a page; `count` None: its rows are not what is counted. `note` stands under it."""

    title: str
    table: Table
    count: int | None = None
    anchor: str = ""
    note: Text = ""


def blocks(
    section: Section, state: Catalogue, on: date | None, only: Mapping[str, Record] | None = None
) -> list[Block]:
    """The records of a section, or `only` some: clauses by source, powers by first clause, others at once."""
    records = list((section.records(state) if only is None else only).values())
    if section.name == "provisions":
        return _clauses_by_source(state, on)
    if section.name == "powers":
        return _powers_by_clause(records, state, on)
    rows = [
        Row([record_link(section.name, r, on), _short(r), _cited(r, on), status_flag(r.status)])
        for r in records
    ]
    columns = [Column(_("Title")), Column(_("In short")), Column(_("Clauses")), Column("")]
    return [Block(str(section.title), Table(str(section.title), columns, rows), len(rows))]


def _short(record: Record) -> Text:
    """What a record is for, and under it what tells its kind apart."""
    gist, told = record.gist.get(language()), _told(record)
    return lines(gist, told) if gist and told else gist or told


def _told(record: Record) -> Text:
    """What tells a record of this kind from the others; empty for a kind that only has names."""
    if isinstance(record, TermRule):
        return length(record)
    if isinstance(record, Post) and record.appointed_by != UNKNOWN:
        return format_html("{} {}", authority(record.appointed_by), _("appoints to it"))
    if isinstance(record, OfficeKind):
        return _("level %(level)s") % {"level": record.level}
    return ""


def _cited(record: Record, on: date | None) -> SafeString:
    own = [citation.clause for citation in record.citations]
    return joined([clause_link(clause, on) for clause in own], " ")


def _clauses_by_source(state: Catalogue, on: date | None) -> list[Block]:
    found = []
    for source in state.sources.values():
        clauses = [p for p in state.provisions.values() if p.source == source.id]
        if clauses:
            found.append(
                Block(source.title.get(language()), clause_table(clauses, on), len(clauses), source.id)
            )
    return found


def clause_table(clauses: Iterable[Provision], on: date | None) -> Table:
    """Clauses in the order of their text, with how many records rest on each."""
    resting = index(catalogue.law().at(on) if on else catalogue.load()).resting
    rows = [
        Row(
            [clause_link(p.id, on), lines(_flagged(p), p.gist.get(language())), _count(resting.get(p.id, ()))]
        )
        for p in sorted(clauses, key=lambda p: statute_order(p.id))
    ]
    columns = [Column(_("Clause"), "q-min"), Column(_("What it says")), Column(_("Rest on it"), "q-num")]
    return Table(_("Clauses"), columns, rows)


def _flagged(record: Record) -> Text:
    return format_html("{} {}", record.title.get(language()), status_flag(record.status))


def _count(places: Sequence[Place]) -> str:
    return str(len(places)) if places else "—"


def _powers_by_clause(records: Sequence[Record], state: Catalogue, on: date | None) -> list[Block]:
    ordered = sorted(records, key=lambda r: statute_order(r.citations[0].clause))
    found = []
    for clause, run in groupby(ordered, key=lambda r: r.citations[0].clause):
        powers = list(run)
        rows = [
            Row(
                [
                    lines(record_link("powers", r, on), r.gist.get(language())),
                    _about(r),
                    status_flag(r.status),
                ]
            )
            for r in powers
        ]
        title = f"{clause} {_title_of_clause(clause, state)}"
        columns = [Column(_("Power")), Column(_("On what")), Column("")]
        found.append(Block(title, Table(title, columns, rows), len(rows), clause))
    return found


def _title_of_clause(clause: str, state: Catalogue) -> str:
    provision = state.provisions.get(clause)
    return provision.title.get(language()) if provision else ""


def _about(record: Record) -> str:
    kinds = [v for c in getattr(record, "conditions", ()) if c.kind == "about" for v in c.values]
    return ", ".join(wording.title("subjects", kind, language()) for kind in dict.fromkeys(kinds))
