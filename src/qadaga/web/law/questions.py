"""The answers to the questions of the catalogue (L.Q1-L.Q6): made of the records that a question names.

Nothing is typed in: a new question is a record of the catalogue, and its page is there. Where the structure
of the day, or the law read backwards, says more, `MORE` adds it by the question's clause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import groupby

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.law.coverage import implements
from qadaga.law.records import ActKind, Post, Question, Record, Requirement, TermRule
from qadaga.law.reference import index
from qadaga.offices.tree import Node, tree
from qadaga.web.components import Column, Row, Table, link
from qadaga.web.law.answers import Asked, Part, only_for, powers_of, record_table, resting_on, sayings
from qadaga.web.law.facts import facts
from qadaga.web.law.links import record_link, suffix
from qadaga.web.law.sections import SECTIONS
from qadaga.web.law.staff_facts import appointing, yes
from qadaga.web.names import language

Parts = list[Part]


def parts(question: Question, asked: Asked) -> Parts:
    """The answer's parts that hold anything on that day."""
    found = [
        Part(_("What the clauses say"), sayings(asked, *question.clauses)),
        *_shown(question, asked),
        *(MORE[_clause(question)](asked) if _clause(question) in MORE else ()),
    ]
    return [part for part in found if part.sayings or part.pairs or _rows(part)]


def _clause(question: Question) -> str:
    return question.citations[0].clause


def _shown(question: Question, asked: Asked) -> Parts:
    """What the question shows, in its order: whole sections and single records, each told by its kind."""
    places = [place.partition(":")[::2] for place in question.shows]
    found: Parts = []
    for section, run in groupby(places, key=lambda place: place[0]):
        records: Mapping[str, Record] = getattr(asked.state, section)
        names = [name for _section, name in run]
        chosen = list(records.values()) if "" in names else [records[n] for n in names if n in records]
        found += _told(section, chosen, asked)
    return found


def _told(section: str, records: list[Record], asked: Asked) -> Parts:
    """One record that has facts of its own is told by them; the others stand in a table."""
    title = str(SECTIONS[section].title) if section in SECTIONS else section
    if section == "requirements":
        asks = [r for r in records if isinstance(r, Requirement) and not r.bar]
        bars = [r for r in records if isinstance(r, Requirement) and r.bar]
        return [
            Part(_("What is asked"), table=record_table(_("Requirement"), section, asks, asked)),
            Part(_("What bars entry"), table=record_table(_("Ground for refusal"), section, bars, asked)),
        ]
    single = records[0] if records and isinstance(records[0], ActKind | Post | TermRule) else None
    if single is None:
        return [Part(title, table=record_table(title, section, records, asked))]
    own = appointing(single, asked.state, asked.shown) if isinstance(single, Post) else None
    said = format_html("{}: {}", record_link(section, single, asked.shown), single.gist.get(language()))
    told = Part(title, [said], own or facts(single, asked.state, asked.shown))
    rest = Part(_("Beside it"), table=record_table(title, section, records[1:], asked))
    return [told, rest]


def _rows(part: Part) -> bool:
    return part.table is not None and bool(part.table.rows)


@implements("L.Q2")
def offices_of_the_day(asked: Asked) -> Parts:
    """The offices there are on the day, by kind, and where there is a collegium."""
    nodes = list(tree(asked.on).nodes.values())
    collegia = [kind for kind in asked.state.office_kinds.values() if kind.collegium]
    return [
        Part(_("The offices of this day"), _tree_saying(asked, nodes), table=_kinds(asked, nodes)),
        Part(
            _("Where there is a collegium"),
            table=record_table(_("Kind of office"), "office_kinds", collegia, asked),
        ),
    ]


def _tree_saying(asked: Asked, nodes: list[Node]) -> list[SafeString]:
    tree_link = link(reverse("offices:tree") + suffix(asked.shown), _("The tree of offices"))
    count = _("Offices on this day: %(count)s.") % {"count": len(nodes)}
    return [format_html("{} {}", count, tree_link)]


def _kinds(asked: Asked, nodes: list[Node]) -> Table:
    counts = Counter(node.kind for node in nodes)
    posts = asked.state.posts
    rows = [
        Row(
            [
                str(kind.level),
                record_link("office_kinds", kind, asked.shown),
                record_link("posts", posts[kind.head], asked.shown),
                yes(kind.specialised),
                str(counts[kind.id]) if counts[kind.id] else "—",
            ]
        )
        for kind in sorted(asked.state.office_kinds.values(), key=lambda kind: kind.level)
    ]
    columns = [
        Column(_("Level"), "q-num"),
        Column(_("Kind of office")),
        Column(_("Headed by")),
        Column(_("Specialised")),
        Column(_("How many"), "q-num"),
    ]
    return Table(_("Kinds of offices"), columns, rows)


@implements("L.Q3")
def done_with_a_protest(asked: Asked) -> Parts:
    """Every power that names the protest, in the order of the catalogue."""
    named = [place.record for place in index(asked.state).speaking.get(("act_kinds", "protest"), ())]
    return [Part(_("What may be done with it"), table=record_table(_("Power"), "powers", named, asked))]


@implements("L.Q4", "L.2.2")
def prosecutor_general(asked: Asked) -> Parts:
    """Whom the head of the office above all appoints, and the powers of that post."""
    kind = next((k for k in asked.state.office_kinds.values() if not k.parents), None)
    post = asked.state.posts.get(kind.head) if kind else None
    if kind is None or post is None:
        return []
    powers = powers_of(post, kind.id, asked.state)
    own = only_for(post, powers, asked.state)
    others = [power for power in powers if power not in own]
    appoints = [p for p in asked.state.posts.values() if p.appointed_by == post.id]
    return [
        Part(_("Whom this post appoints"), table=record_table(_("Post"), "posts", appoints, asked)),
        Part(
            _("Powers of the General Prosecutor's Office only"),
            table=record_table(_("Power"), "powers", own, asked),
        ),
        Part(
            _("Powers shared with other heads and officers"),
            table=record_table(_("Power"), "powers", others, asked),
        ),
    ]


@implements("L.Q5")
def in_court(asked: Asked) -> Parts:
    """The papers for a court, and every power that rests on the clauses about the court."""
    papers = [kind for kind in asked.state.act_kinds.values() if kind.act_class == "court"]
    powers = resting_on(asked, "powers", ("L.1.12", "O.7.2", "O.7.3", "O.8.3", "L.3.4"))
    return [
        Part(_("Papers for a court"), table=record_table(_("Kind of act"), "act_kinds", papers, asked)),
        Part(
            _("Every power that rests on these clauses"),
            table=record_table(_("Power"), "powers", powers, asked),
        ),
    ]


implements("L.Q1", "L.Q6")(parts)
MORE: Mapping[str, Callable[[Asked], Parts]] = {
    "L.Q2": offices_of_the_day,
    "L.Q3": done_with_a_protest,
    "L.Q4": prosecutor_general,
    "L.Q5": in_court,
}
