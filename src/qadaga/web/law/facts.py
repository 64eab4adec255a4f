"""The facts of each kind of record as labels and values, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from qadaga.law.loading import Catalogue
from qadaga.law.records import (
    ActKind,
    Duty,
    Limit,
    OfficeKind,
    Post,
    Power,
    Provision,
    Rank,
    Record,
    Requirement,
    ServiceFactor,
    ServiceKind,
    Source,
    TermRule,
)
from qadaga.web.components import Text, lines
from qadaga.web.law import staff_facts
from qadaga.web.law.conditions import names, plain_link, post_value, status_flag
from qadaga.web.law.links import clause_link, joined
from qadaga.web.law.staff_facts import Pairs, of_office_kind, of_post, yes
from qadaga.web.names import language

SOURCE_KINDS = {
    "normative": gettext_lazy("a norm the product works by"),
    "found": gettext_lazy("a supporting source, found on a public page"),
    "recalled": gettext_lazy("no source of law: figures that wait for a check, and the product's own rules"),
}
CLASSES = {
    "supervision": gettext_lazy("an act of prosecutorial supervision"),
    "response": gettext_lazy("an act of prosecutorial response"),
    "internal": gettext_lazy("an act inside the service"),
    "court": gettext_lazy("a paper for a court"),
}
ALARMS = {
    "own": gettext_lazy("the office that holds it"),
    "higher": gettext_lazy("the offices above it"),
}


def facts(record: Record, state: Catalogue, on: date | None) -> Pairs:
    """What a record says, beyond its title, gist and clauses; empty for one that is only a name."""
    maker = _MAKERS.get(type(record))
    return maker(record, state, on) if maker else []


def _source(record: Source, _state: Catalogue, _on: date | None) -> Pairs:
    pairs: Pairs = [(_("What it is"), str(SOURCE_KINDS[record.kind]))]
    return [*pairs, (_("Where it was read"), record.url)] if record.url not in ("", "-") else pairs


def _provision(record: Provision, state: Catalogue, on: date | None) -> Pairs:
    return [(_("Source"), plain_link("sources", record.source, on))]


def _power(record: Power, state: Catalogue, on: date | None) -> Pairs:
    pairs: Pairs = []
    if record.issues:
        issued = [
            plain_link("act_kinds" if i in state.act_kinds else "measures", i, on) for i in record.issues
        ]
        pairs.append((_("What comes of it"), joined(issued)))
    if record.starts:
        term = lines(plain_link("terms", record.starts, on), _length_of(record.starts, state))
        pairs.append((_("Starts the term"), term))
    pairs += _after(record, on)
    if record.own_name:
        pairs.append((_("In whose name"), _("in the officer's own name, not in the office's")))
    return pairs


def _after(record: Power | Duty, on: date | None) -> Pairs:
    pairs: Pairs = []
    if record.records:
        pairs.append((_("What is written down"), names(record.records, "particulars", on)))
    if record.tells:
        pairs.append((_("Who is told"), names(record.tells, "parties", on)))
    return pairs


def _duty(record: Duty, state: Catalogue, on: date | None) -> Pairs:
    pairs: Pairs = [
        (_("When it arises"), record.arises.get(language())),
        (_("What has to be done"), record.task.get(language())),
        (_("On what"), names(record.about, "subjects", on)),
        (_("On whom it falls"), joined([post_value(name, on) for name in record.falls_on])),
        (_("Fulfilled by"), names(record.fulfilled_by, "powers", on)),
    ]
    if record.term:
        pairs.append(
            (_("Within"), lines(plain_link("terms", record.term, on), _length_of(record.term, state)))
        )
    if record.alarm_minutes:
        pairs.append((_("Alarm"), _alarm(record)))
    return [*pairs, *_after(record, on)]


def _alarm(record: Duty) -> Text:
    minutes = record.alarm_minutes or 0
    text = ngettext("after %(count)s minute unfulfilled", "after %(count)s minutes unfulfilled", minutes)
    heard = ", ".join(str(ALARMS[name]) for name in record.alarms)
    said = f"{text % {'count': minutes}} — {heard}"
    return format_html("{} {}", said, status_flag(record.alarm_status))


def _length_of(term: str, state: Catalogue) -> str:
    return length(state.terms[term]) if term in state.terms else ""


def length(rule: TermRule) -> str:
    """How long a term is, in words."""
    count = rule.length
    said = {
        "working_days": ngettext("%(count)s working day", "%(count)s working days", count),
        "calendar_days": ngettext("%(count)s calendar day", "%(count)s calendar days", count),
        "months": ngettext("%(count)s month", "%(count)s months", count),
        "years": ngettext("%(count)s year", "%(count)s years", count),
    }[rule.unit]
    return said % {"count": count}


def _act_kind(record: ActKind, state: Catalogue, on: date | None) -> Pairs:
    pairs: Pairs = [
        *readings(record, on),
        *((label, text.get(language())) for label, text in _texts(record) if text.get(language())),
    ]
    if record.term:
        pairs.append(
            (
                _("Considered within"),
                lines(plain_link("terms", record.term, on), _length_of(record.term, state)),
            )
        )
    pairs.append((_("The act it attacks may be suspended"), yes(record.suspends)))
    pairs.append((_("Issued now"), yes(record.active)))
    return pairs


def readings(record: ActKind, on: date | None) -> Pairs:
    """The class of an act; where a source reads it otherwise, that reading too, with its clause."""
    own = format_html("{} {}", CLASSES[record.act_class], status_flag(record.class_status))
    others = [
        format_html("{} {}", CLASSES[name], clause_link(clause, on)) for name, clause in record.readings
    ]
    return [(_("Class"), own), *((_("Class, by another reading"), other) for other in others)]


def _texts(record: ActKind) -> list[tuple[str, Any]]:
    return [
        (_("To whom"), record.addressee),
        (_("Who issues it"), record.issuer),
        (_("What it does"), record.effect),
    ]


def _term(record: TermRule, _state: Catalogue, on: date | None) -> Pairs:
    first = (
        _("the day of the event is not counted")
        if record.start == "next_day"
        else _("the day of the event counts")
    )
    rest: Text = (
        _("it stays on that day") if record.at_rest == "stay" else _("it moves to the next working day")
    )
    if record.rest_clause:
        rest = format_html("{} {}", rest, clause_link(record.rest_clause, on))
    longest = (
        ngettext("%(count)s month from the start", "%(count)s months from the start", record.longest_months)
        % {"count": record.longest_months}
        if record.longest_months
        else _("no limit is set")
    )
    pairs: Pairs = [
        (_("Length"), length(record)),
        (_("Beginning"), first),
        (_("If it ends on a day of rest"), rest),
        (_("May be prolonged"), yes(record.prolongable)),
    ]
    if record.prolongable:
        pairs.append((_("At most"), longest))
    return [*pairs, (_("The author of the act may set another length"), yes(record.by_author))]


_MAKERS: Mapping[type[Record], Callable[[Any, Catalogue, date | None], Pairs]] = {
    Source: _source,
    Provision: _provision,
    Power: _power,
    Duty: _duty,
    ActKind: _act_kind,
    TermRule: _term,
    Post: of_post,
    OfficeKind: of_office_kind,
    Requirement: staff_facts.of_requirement,
    Rank: staff_facts.of_rank,
    ServiceKind: staff_facts.of_service_kind,
    ServiceFactor: staff_facts.of_service_factor,
    Limit: staff_facts.of_limit,
}
