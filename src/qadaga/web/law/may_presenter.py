"""The answer of "May I?": each condition, what was there, whether it held, by which clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import competence, wording
from qadaga.law.messages import RELATIONS, SETS
from qadaga.law.model import Facts, Subject, Who
from qadaga.law.references import IN_CONDITIONS
from qadaga.law.walking import Checked, relation, walk
from qadaga.web.components import RulingView, Text
from qadaga.web.law.conditions import Line, group_of, line, status_flag
from qadaga.web.law.marks import phrase
from qadaga.web.names import language, post_title
from qadaga.web.rulings import ruling_view

TONES = {"held": "success", "lacking": "danger", "idle": "neutral"}
WORDS = {
    "held": gettext_lazy("holds"),
    "lacking": gettext_lazy("does not hold"),
    "idle": gettext_lazy("does not apply here"),
}
# What stands against it first: that is what whoever asks has to see.
_ORDER = {"danger": 0, "success": 1, "neutral": 2}
ACTING = SETS["@acting"]
_HOLDER_OF = {"own": "own", "higher": "below", "lower": "above", "other": "beside"}


@dataclass(frozen=True, slots=True)
class StepView:
    """One condition: which question it answers, what it asks, what was found, how it came out, and what would
    have to change.
    """

    question: str
    line: Line
    found: str
    outcome: str
    tone: str
    icon: str
    change: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The ruling and the way to it; `power_url` tells all of the power."""

    ruling: RulingView
    steps: Sequence[StepView]
    held: int
    lacking: int
    follows: Sequence[tuple[str, str]]
    flag: Text | SafeString


def answer(facts: Facts, on: date, shown: date | None) -> Answer:
    """The ruling on the facts, with every step."""
    ruling = competence.decide(facts, on)
    steps = sorted((_step(one, facts, shown) for one in walk(facts, on)), key=lambda step: _ORDER[step.tone])
    return Answer(
        ruling=ruling_view(ruling),
        steps=steps,
        held=sum(step.tone == "success" for step in steps),
        lacking=sum(step.tone == "danger" for step in steps),
        follows=_follows(facts.power, on) if ruling.allowed else (),
        flag=_flag(facts, on),
    )


def _flag(facts: Facts, on: date) -> Text | SafeString:
    doubtful = any(one.condition.status == "unverified" and one.applied for one in walk(facts, on))
    return status_flag("unverified") if doubtful else ""


def _follows(power: str, on: date) -> list[tuple[str, str]]:
    labels = {
        "issues": _("What comes of it"),
        "starts": _("Starts the term"),
        "records": _("What is written down"),
        "tells": _("Who is told"),
    }
    found = wording.follows(power, on, language())
    return [(labels[what], ", ".join(titles)) for what, titles in found.items() if what in labels]


def _step(one: Checked, facts: Facts, shown: date | None) -> StepView:
    outcome = "idle" if not one.applied else "held" if one.held else "lacking"
    return StepView(
        question=group_of(one.condition),
        line=line(one.condition, shown),
        found=_found(one, facts),
        outcome=str(WORDS[outcome]),
        tone=TONES[outcome],
        icon={"held": "check", "lacking": "x", "idle": "minus"}[outcome],
        change=_change(one, facts),
    )


def _change(one: Checked, facts: Facts) -> str:
    """What would have to change; where a fact about the person would do, that it can be marked."""
    if one.missing is None:
        return ""
    said = wording.sentence(one.missing, language(), _)
    doors = [phrase(mark, language()) for mark in sorted(one.condition.doors)]
    if not doors or facts.subject is None:
        return said
    return f"{said} {_('If it is so, mark it in the question: %(facts)s.') % {'facts': '; '.join(doors)}}"


def _found(one: Checked, facts: Facts) -> str:
    kind = one.condition.kind
    if kind == "posts":
        names = [post_title(facts.who.post, kind=facts.who.office_kind)]
        return ", ".join([*names, *([_(ACTING)] if facts.who.acting else [])])
    if not one.found:
        return _("not said")
    return ", ".join(_word(kind, value) for value in one.found)


def _word(kind: str, value: str) -> str:
    if value in ("yes", "no"):
        return _("yes") if value == "yes" else _("no")
    if kind == "relation":
        return _(RELATIONS[value])
    section = "spheres" if kind == "sphere" else IN_CONDITIONS.get(kind, "")
    return wording.title(section, value, language()) if section else value


def question_url(facts: Facts, on: date | None = None) -> str:
    """The address at which "May I?" asks about these facts; today when no day is given."""
    pairs = [
        ("power", facts.power),
        *_of_who(facts.who),
        *(_of_subject(facts.who, facts.subject) if facts.subject else [("about", "none")]),
        *([("ground", facts.ground)] if facts.ground else []),
        *([("on", on.isoformat())] if on else []),
    ]
    return f"{reverse('law:may')}?{urlencode(pairs)}"


def _of_who(who: Who) -> list[tuple[str, str]]:
    real = not who.office.startswith("~")
    place = ("office", who.office) if real else ("kind", who.office_kind)
    return [("post", who.post), place, *([("acting", "on")] if who.acting else [])]


def _of_subject(who: Who, subject: Subject) -> list[tuple[str, str]]:
    fields = ("status", "direction", "territory", "sphere")
    holder = _HOLDER_OF[relation(who, subject)]
    real = holder != "own" and subject.office is not None and not subject.office.startswith("~")
    place = [("holder", "office"), ("holding", str(subject.office))] if real else [("holder", holder)]
    given = [(name, str(value)) for name in fields if (value := getattr(subject, name))]
    return [("about", subject.kind), *place, *given, *(("mark", mark) for mark in sorted(subject.marks))]
