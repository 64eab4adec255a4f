"""The six self-check questions (L.Q1-L.Q6): each answer is made of live records, nothing is typed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law.coverage import implements
from qadaga.law.reference import index
from qadaga.offices.tree import Node, tree
from qadaga.web.components import Column, Row, Table, link
from qadaga.web.law.answers import Asked, Part, only_for, powers_of, record_table, resting_on, sayings
from qadaga.web.law.facts import facts
from qadaga.web.law.links import record_link, suffix
from qadaga.web.law.staff_facts import appointing, yes
from qadaga.web.names import language

if TYPE_CHECKING:  # the type of a lazy string is known to the stubs only
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its clause: how it is put, and what builds the answer's parts."""

    clause: str
    title: str | _StrPromise
    answer: Callable[[Asked], list[Part]]


@implements("L.Q1")
def supervision(asked: Asked) -> list[Part]:
    """What supervision is: what sets it apart, its directions, its tasks, its four results."""
    directions = [r for r in asked.state.directions.values() if r.citations[0].clause.startswith("L.3.")]
    tasks = asked.state.tasks.values()
    return [
        Part(_("What it is"), sayings(asked, "L.1.1", "L.1.3", "L.2.1", "O.7.1", "O.9")),
        Part(_("In which directions"), table=record_table(_("Direction"), "directions", directions, asked)),
        Part(_("What for"), table=record_table(_("Task"), "tasks", tasks, asked)),
    ]


@implements("L.Q2")
def system(asked: Asked) -> list[Part]:
    """The system of offices: how it is built by the law, and the offices there are on the day."""
    nodes = list(tree(asked.on).nodes.values())
    collegia = [kind for kind in asked.state.office_kinds.values() if kind.collegium]
    return [
        Part(_("How it is built"), sayings(asked, "L.1.2", "L.1.4", "L.1.6", "L.1.8", "L.1.9", "O.1")),
        Part(_("The offices of this day"), _tree_saying(asked, nodes), table=_kinds(asked, nodes)),
        Part(
            _("Where there is a collegium"),
            sayings(asked, "L.1.5"),
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
def protest(asked: Asked) -> list[Part]:
    """What a protest is, with every reading of its class, its term, who signs it, what may follow."""
    kind = asked.state.act_kinds.get("protest")
    if kind is None:
        return []
    others = ("judicial_protest", "representation")
    beside = [asked.state.act_kinds[name] for name in others if name in asked.state.act_kinds]
    named = [place.record for place in index(asked.state).speaking.get(("act_kinds", kind.id), ())]
    powers = asked.state.powers
    steps = [powers[name] for name in _COURSE if name in powers and powers[name] not in named]
    return [
        Part(
            _("What it is"),
            [format_html("{}: {}", record_link("act_kinds", kind, asked.shown), kind.gist.get(language()))],
            facts(kind, asked.state, asked.shown),
        ),
        Part(
            _("What the clauses say"), sayings(asked, *(c.clause for c in kind.citations), "O.8.d3", "O.15")
        ),
        Part(
            _("What may be done with it"), table=record_table(_("Power"), "powers", [*steps, *named], asked)
        ),
        Part(_("Not to be confused with"), table=record_table(_("Kind of act"), "act_kinds", beside, asked)),
    ]


_COURSE = ("act.draft", "act.agree", "act.sign", "act.serve", "act.assess_reply", "act.withdraw")


@implements("L.Q4", "L.2.2")
def prosecutor_general(asked: Asked) -> list[Part]:
    """How the Prosecutor General is appointed, and with what powers."""
    kind = next((k for k in asked.state.office_kinds.values() if not k.parents), None)
    post = asked.state.posts.get(kind.head) if kind else None
    if kind is None or post is None:
        return []
    powers = powers_of(post, kind.id, asked.state)
    own = only_for(post, powers, asked.state)
    others = [power for power in powers if power not in own]
    appoints = [p for p in asked.state.posts.values() if p.appointed_by == post.id]
    return [
        Part(
            _("How appointed"),
            sayings(asked, *(c.clause for c in post.citations)),
            appointing(post, asked.state, asked.shown),
        ),
        Part(_("The place in the system"), sayings(asked, "L.1.2", "O.5", "O.10", "L.1.11")),
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
def in_court(asked: Asked) -> list[Part]:
    """The prosecutor's position in court: whom the prosecutor represents, what may be done, by which acts."""
    clauses = ("L.1.12", "O.7.2", "O.7.3", "O.8.3", "L.3.4")
    papers = [kind for kind in asked.state.act_kinds.values() if _for_court(kind)]
    return [
        Part(_("What the clauses say"), sayings(asked, *clauses)),
        Part(
            _("Directions"),
            table=record_table(_("Direction"), "directions", resting_on(asked, "directions", clauses), asked),
        ),
        Part(_("Papers for a court"), table=record_table(_("Kind of act"), "act_kinds", papers, asked)),
        Part(
            _("Powers"), table=record_table(_("Power"), "powers", resting_on(asked, "powers", clauses), asked)
        ),
    ]


def _for_court(kind: object) -> bool:
    return getattr(kind, "act_class", "") == "court" or getattr(kind, "id", "") in (
        "petition",
        "court_application",
    )


@implements("L.Q6")
def entry(asked: Asked) -> list[Part]:
    """Entry requirements: what is asked, what bars, who decides."""
    rules = list(asked.state.requirements.values())
    asks, bars = [r for r in rules if not r.bar], [r for r in rules if r.bar]
    deciding = [r for name in ("appointment.make", "appointment.end") if (r := asked.state.powers.get(name))]
    return [
        Part(_("What the clauses say"), sayings(asked, "CL155.6", "L.2.5", "L.2.2")),
        Part(_("What is asked"), table=record_table(_("Requirement"), "requirements", asks, asked)),
        Part(_("What bars entry"), table=record_table(_("Ground for refusal"), "requirements", bars, asked)),
        Part(_("Who decides"), table=record_table(_("Power"), "powers", deciding, asked)),
    ]


QUESTIONS: Mapping[str, Question] = {
    "supervision": Question("L.Q1", gettext_lazy("What is prosecutorial supervision?"), supervision),
    "system": Question("L.Q2", gettext_lazy("How is the system of offices built?"), system),
    "protest": Question("L.Q3", gettext_lazy("What is a protest?"), protest),
    "prosecutor-general": Question(
        "L.Q4",
        gettext_lazy("How is the Prosecutor General appointed, and with what powers?"),
        prosecutor_general,
    ),
    "court": Question("L.Q5", gettext_lazy("What is the prosecutor's position in court?"), in_court),
    "entry": Question("L.Q6", gettext_lazy("What is required of those who enter the service?"), entry),
}


def parts(question: Question, asked: Asked) -> list[Part]:
    """The answer's parts that hold anything on that day."""
    return [part for part in question.answer(asked) if part.sayings or part.pairs or _rows(part)]


def _rows(part: Part) -> bool:
    return part.table is not None and bool(part.table.rows)
