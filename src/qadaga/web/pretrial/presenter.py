"""A case as its page shows it."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.matters import erdr
from qadaga.matters.gather import Gathered
from qadaga.matters.models.served import Served
from qadaga.matters.selectors.actions import Action
from qadaga.supervision.pretrial.choices import AWAITED
from qadaga.supervision.pretrial.models import Case
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link, moment_text
from qadaga.web.deaths import death_noted
from qadaga.web.law.conditions import status_flag
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.pretrial.steps import STEPS

# The headings of the panel: what to decide stands first, what to write down after it.
_HEADINGS = {
    gettext_lazy("To decide"): ("decide", "sanction", "longer", "instruct", "cancel", "assign"),
    gettext_lazy("What came in"): ("ask-sanction", "ask-longer", "complaint"),
    gettext_lazy("People of the case"): ("party", "detain", "release", "died", "lives"),
    gettext_lazy("Course of the case"): ("served", "study", "action", "executed", "silent", "course"),
    gettext_lazy("Results"): ("matter", "violation", "protected"),
}
_GROUPS = {slug: heading for heading, slugs in _HEADINGS.items() for slug in slugs}
# What waits for a decision is expected next, a complaint before all: its term is the shortest.
_EXPECTED = ("decide", "sanction", "longer")

TONES: dict[str, Tone] = {"opened": "info", "suspended": "warning", "in_court": "success"}
_WAITING = {"asked": "warning", "received": "warning", "issued": "warning", "silent": "danger"}
# Which steps stand open in which status; those that need somebody or something say so below.
_ENDED = (
    "study",
    "action",
    "cancel",
    "served",
    "executed",
    "silent",
    "matter",
    "violation",
    "protected",
    "lives",
)
_NEEDS = {
    **{"sanction": ("sanctions", ("asked",)), "longer": ("prolongations", ("asked",))},
    "decide": ("complaints", ("received",)),
}
_PEOPLE = ("detain", "release", "died", "protected")


def case_badge(case: Case) -> SafeString:
    """Where the investigation stands."""
    return badge(case.get_status_display(), TONES.get(case.status, "neutral"))


def case_summary(case: Case, on: date) -> KeyValues:
    """Number, body, articles, prosecutor, dates."""
    number = format_html("{} {}", case.erdr, status_flag(erdr.known().status))
    pairs: list[tuple[str, Text]] = [
        (_("ERDR number"), number),
        (_("Investigating body"), lines(case.body.name(language()), case.investigator)),
        (_("Articles"), ", ".join(case.articles)),
        (_("Supervising prosecutor"), _officer(case, on)),
        (_("Office"), case.office.name_in(language())),
        (_("Registered in ERDR on"), date_text(case.registered_on)),
        (_("Taken under supervision"), date_text(case.taken_on)),
        (_("Due"), date_text(case.due_on)),
    ]
    if case.ended_on:
        pairs.append((_("Ended on"), lines(date_text(case.ended_on), case.outcome)))
    if case.matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[case.matter.id]), str(case.matter))))
    return KeyValues(pairs)


def _officer(case: Case, on: date) -> Text:
    if case.assignee is None:
        return "—"
    if not case.assignee.holds(on):
        return badge(_("The officer has left: give it to another"), "danger")
    return named(case.assignee)


def case_sections(case: Case, parts: Gathered) -> list[Section]:
    """People, requests, complaints, instructions, cancellations, entries."""
    names = {row.id: row.name for row in parts["parties"]}
    return [
        _people(parts),
        _papers(case, parts, "sanctions", _("Consents to limits on rights"), partial(_about, names)),
        _papers(case, parts, "complaints", _("Complaints"), _complained),
        _papers(case, parts, "instructions", _("Instructions"), _instructed),
        _papers(case, parts, "cancellations", _("Cancelled decisions"), _cancelled),
        _papers(case, parts, "prolongations", _("Longer terms"), partial(_longer, names)),
        _entries(parts),
    ]


def terms_named(parts: Gathered) -> dict[Any, str]:
    """What each term of the case runs on, beside the investigation itself: a person, a paper."""
    people = {row.id: row.name for row in parts["parties"]}
    papers = {row.id: row.number_text for row in _followed(parts)}
    return {**people, **papers, **{row.id: row.get_about_display() for row in parts["complaints"]}}


def case_panel(case: Case, actions: Sequence[Action], parts: Gathered, on: date) -> Panel:
    """What may be done with the case as it stands."""
    there = {
        "served": any(_undelivered(parts)),
        "silent": any(_overdue(parts, on)),
        "executed": any(row.status in AWAITED for row in _followed(parts)),
        "lives": any(row.died_on for row in parts["parties"]),
    }
    steps = {slug: step for slug, step in STEPS.items() if there.get(slug, True) and _open(slug, case, parts)}
    primary = next((steps[slug].power for slug in _EXPECTED if slug in steps), "")
    return step_panel(actions, steps, case.id, "investigations:step", primary=primary, groups=_GROUPS)


def _open(slug: str, case: Case, parts: Gathered) -> bool:
    if case.ended_on and slug not in _ENDED:
        return False
    if slug in _PEOPLE and not parts["parties"]:
        return False
    kind, statuses = _NEEDS.get(slug, ("", ()))
    return not kind or any(row.status in statuses for row in parts[kind])


def _followed(parts: Gathered) -> list[Any]:
    return [*parts["instructions"], *parts["cancellations"]]


def _undelivered(parts: Gathered) -> list[Any]:
    return [row for row in _followed(parts) if row.served_on is None]


def _overdue(parts: Gathered, on: date) -> list[Any]:
    waiting = [row for row in _followed(parts) if row.status == "issued" and row.served_on]
    return [row for row in waiting if row.due_on and row.due_on < on]


def _people(parts: Gathered) -> Section:
    rows = [
        (
            lines(row.name, row.get_role_display(), *death_noted(row)),
            row.iin or "—",
            moment_text(row.detained_at),
            lines(date_text(row.due_on), moment_text(row.released_at) if row.released_at else ""),
            badge(_("Counted in the matter"), "success") if row.protected_id else "",
        )
        for row in parts["parties"]
    ]
    columns = [_("Person"), _("IIN"), _("Detained"), _("In custody until, free since"), _("Result")]
    empty = _("Enter the people of the case under What to do.")
    return section("people", _("People"), columns, rows, empty, stacks=True)


def _papers(case: Case, parts: Gathered, kind: str, title: str, about: Any) -> Section:
    rows = [
        (
            about(row),
            _status(row),
            date_text(getattr(row, "due_on", None)),
            _paper(case, kind, row),
            lines(who(parts, row.signer_id), row.norm or ""),
        )
        for row in parts[kind]
    ]
    columns = [_("About"), _("Status"), _("Due"), _("Paper"), _("Who signed, norm")]
    empty = _("Register it under What to do; the decision gets its number and paper there.")
    return section(kind, title, columns, rows, empty, stacks=True)


def _status(row: Any) -> Text:
    if not hasattr(row, "status"):
        return ""
    tone: Any = _WAITING.get(row.status, "neutral")
    return badge(row.get_status_display(), tone)


def _paper(case: Case, kind: str, row: Any) -> Text:
    if not row.number_text:
        return "—"
    url = reverse("investigations:paper", args=[case.id, kind, row.id])
    return lines(link(url, row.number_text), moment_text(row.signed_at), *_served(case, kind, row))


def _served(case: Case, kind: str, row: Any) -> list[Text]:
    """How a paper that has to be delivered reached the body; nothing of the others."""
    if not isinstance(row, Served):
        return []
    if row.served_on is None:
        return [badge(_("Not delivered yet"), "warning")]
    proof: Text = row.proof_ref
    if row.proof_id:
        proof = link(
            reverse("investigations:proof", args=[case.id, kind, row.pk]), proof or _("Proof of service")
        )
    return [f"{date_text(row.served_on)}, {row.get_served_way_display()}", proof]


def _about(names: Any, row: Any) -> Text:
    return lines(row.get_measure_display(), names.get(row.party_id, ""), row.why)


def _complained(row: Any) -> Text:
    appeal: Text = ""
    if row.appeal_id:
        appeal = link(reverse("appeals:card", args=[row.appeal_id]), row.appeal_number)
    return lines(row.get_about_display(), row.what, appeal)


def _instructed(row: Any) -> Text:
    return lines(row.reasons, row.undone or "", row.report or "")


def _longer(names: Any, row: Any) -> Text:
    about = names.get(row.party_id, _("The investigation"))
    return lines(date_text(row.until), about, row.outside or row.why)


def _cancelled(row: Any) -> Text:
    return lines(
        row.get_decision_display(),
        f"{date_text(row.decided_on)}, {row.decided_by}",
        row.reasons,
        row.report or "",
    )


def _entries(parts: Gathered) -> Section:
    rows = [
        (date_text(row.on), row.get_kind_display(), lines(row.outcome, row.norm), who(parts, row.by_id))
        for row in parts["entries"]
    ]
    columns = [_("Day"), _("What"), _("Outcome"), _("Who")]
    empty = _("Record a study of the file or a procedural action under What to do.")
    return section("entries", _("Studies and procedural actions"), columns, rows, empty, stacks=True)
