"""The conditions of a power in plain words, grouped as a person asks: who, where, on what, when, why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from qadaga.law import wording
from qadaga.law.messages import RELATIONS, SETS
from qadaga.law.records import Condition, Power
from qadaga.law.references import IN_CONDITIONS
from qadaga.web.components import Text, badge
from qadaga.web.law.links import alternatives, clause_link, joined, titled
from qadaga.web.law.marks import phrase
from qadaga.web.names import language

GROUPS = {
    "who": gettext_lazy("Who"),
    "where": gettext_lazy("Which office"),
    "what": gettext_lazy("On what"),
    "ground": gettext_lazy("On which ground"),
    "never": gettext_lazy("Not when"),
}
_GROUP_OF = {
    **dict.fromkeys(("officer", "posts", "levels", "kinds"), "who"),
    **dict.fromkeys(("relation", "territory", "sphere"), "where"),
    **dict.fromkeys(("about", "act_kinds", "directions", "status", "not_status"), "what"),
    **{"ground": "ground", "forbid": "never"},
}
_LEADS = {
    "levels": gettext_lazy("the office is of level: %(values)s"),
    "kinds": gettext_lazy("the office is one of: %(values)s"),
    "relation": gettext_lazy("the office that acts is: %(values)s"),
    "act_kinds": gettext_lazy("the act is one of: %(values)s"),
    "directions": gettext_lazy("the direction is one of: %(values)s"),
    "status": gettext_lazy("its status is one of: %(values)s"),
    "not_status": gettext_lazy("its status is none of: %(values)s"),
}
_FLAGS = {
    "officer": gettext_lazy("an officer of the service, not another employee"),
    "territory": gettext_lazy("the place lies in the office's territory, if it has one"),
    "sphere": gettext_lazy("a specialised office acts in its own sphere only"),
}
_ACTING = {
    "true": gettext_lazy("the person replaces the absent head"),
    "false": gettext_lazy("the person does not act for the head"),
}
_LIMITS = {
    "mark_not": gettext_lazy("it is not so that %(value)s"),
    "ground": gettext_lazy("the ground is: %(value)s"),
    "ground_not": gettext_lazy("the ground is not: %(value)s"),
    "relation": gettext_lazy("the office that acts is: %(value)s"),
    "level": gettext_lazy("the office is of level: %(value)s"),
}
_OR = pgettext_lazy("joins the last of several that are enough", " or ")


@dataclass(frozen=True, slots=True)
class Line:
    """One condition as a finished line: what it asks, its clause, and how sure that is."""

    text: Text
    clause: SafeString
    flag: SafeString | str


@dataclass(frozen=True, slots=True)
class Group:
    """The conditions that answer one question."""

    title: str
    lines: Sequence[Line]


def group_of(condition: Condition) -> str:
    """The question that the condition answers, in words."""
    return str(GROUPS[_GROUP_OF.get(condition.kind, "what")])


def groups(power: Power, on: date | None = None) -> list[Group]:
    """The conditions of a power, by question; questions without a condition are left out."""
    found: dict[str, list[Line]] = {name: [] for name in GROUPS}
    for condition in power.conditions:
        found[_GROUP_OF.get(condition.kind, "what")].append(line(condition, on))
    return [Group(str(GROUPS[name]), lines) for name, lines in found.items() if lines]


def line(condition: Condition, on: date | None = None) -> Line:
    """One condition with the cases it is limited to."""
    text = said(condition, on)
    limits = [limit(kind, value) for kind, value in condition.when]
    if limits:
        text = format_html(
            '{} <span class="q-sub">{}</span>', text, _("only when: %(cases)s") % {"cases": "; ".join(limits)}
        )
    return Line(text, clause_link(condition.cite, on), status_flag(condition.status))


def said(condition: Condition, on: date | None = None) -> SafeString:
    """What the condition asks, each record it names a link."""
    if condition.kind in _FLAGS:
        return format_html("{}", _FLAGS[condition.kind])
    if condition.kind == "forbid":
        return format_html("{}", phrase(condition.values[0], language()))
    if condition.kind == "posts":
        return alternatives(_posts(condition, on), str(_OR))
    values = joined([_value(condition.kind, value, on) for value in condition.values])
    lead = str(_LEADS.get(condition.kind, "%(values)s"))
    before, _mid, after = lead.partition("%(values)s")
    return format_html("{}{}{}", before, values, after)


def _posts(condition: Condition, on: date | None) -> list[SafeString]:
    doors = sorted(condition.doors)
    found = [_value("posts", value, on) for value in condition.values]
    if condition.acting:
        doors.insert(0, "acting")
    return [*found, *(format_html("{}", _door(door)) for door in doors)]


def _door(mark: str) -> str:
    name = f"@{mark}"
    return _(SETS[name]) if name in SETS else phrase(mark, language())


def _value(kind: str, value: str, on: date | None) -> SafeString:
    if value in SETS:
        return format_html("{}", _(SETS[value]))
    if value in RELATIONS:
        return format_html("{}", _(RELATIONS[value]))
    section = IN_CONDITIONS.get(kind)
    if section is None:
        return format_html("{}", value)
    return plain_link(section, value, on)


def post_value(name: str, on: date | None = None) -> SafeString:
    """A post, or a set of posts such as "the head of the office"."""
    return _value("posts", name, on)


def plain_link(section: str, value: str, on: date | None = None) -> SafeString:
    """A record named in a sentence: its title as it stands, a link where it has a page."""
    return titled(section, value, wording.title(section, value, language()), on, capital=False)


def limit(kind: str, value: str) -> str:
    """A case that a condition is limited to, as a phrase."""
    if kind == "acting":
        return str(_ACTING[value])
    return str(_LIMITS.get(kind, "%(value)s")) % {"value": _limit_value(kind, value)}


def _limit_value(kind: str, value: str) -> str:
    if kind in ("mark", "mark_not"):
        return phrase(value, language())
    if kind == "relation":
        return _(RELATIONS[value])
    return wording.title("grounds", value, language()) if kind.startswith("ground") else value


def first_about(power: Power | None) -> str:
    """The kind of subject a power is used on first; "none" where it needs no subject."""
    kinds = [v for c in (power.conditions if power else ()) if c.kind == "about" for v in c.values]
    return next((kind for kind in kinds if kind != "none"), "none")


def status_flag(status: str) -> SafeString | str:
    """How sure a record is: nothing for what the two sources say."""
    words = {
        "found": (_("from a supporting source"), "info"),
        "unverified": (_("unverified"), "warning"),
        "product": (_("rule of the product"), "neutral"),
    }
    if status not in words:
        return ""
    text, tone = words[status]
    return badge(text, tone)  # type: ignore[arg-type]  # the tones above are literals


def names(values: Iterable[str], section: str, on: date | None = None) -> SafeString:
    """Several records of a section in a row."""
    return joined([plain_link(section, value, on) for value in values])
