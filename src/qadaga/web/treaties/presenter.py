"""Requests and their parts as pages show them."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.documents.selectors import files_by_id
from qadaga.matters.gather import Gathered
from qadaga.matters.selectors.actions import Action
from qadaga.offices.selectors import names_of
from qadaga.treaties.choices import PETITIONS, RequestStatus, Way
from qadaga.treaties.models import Paper, Part, Request
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.treaties.steps import PART_STEPS, REQUEST_STEPS

TONES: Mapping[str, Tone] = {
    "registered": "info",
    "in_work": "warning",
    "decided": "info",
    "executed": "info",
    "answered": "success",
    "draft": "warning",
    "sent": "info",
    "replied": "success",
    "given": "warning",
    "done": "success",
}


def standing(row: Request | Part, on: date) -> SafeString:
    """Where it stands; a term that has run out is said first."""
    if row.due_on is not None and row.due_on < on:
        return badge(_("Overdue"), "danger", "alert-triangle")
    return badge(row.get_status_display(), TONES[row.status])


def request_summary(row: Request) -> KeyValues:
    """Who asks whom, about whom, by which treaty."""
    pairs: list[tuple[str, Text]] = [
        (_("Which way"), row.get_way_display()),
        (_("Country"), row.country),
        (_("Body of that country"), lines(row.foreign_body, row.foreign_no)),
        (_("About whom"), lines(row.person, row.iin or "")),
        (_("By which treaty"), row.treaty.title(language()) if row.treaty else _("None: reciprocity")),
        (_("Registered"), date_text(row.registered_on)),
        (_("Office"), row.office.name_in(language())),
    ]
    if row.died_on:
        pairs.append((_("Died"), date_text(row.died_on)))
    if row.decided_on and row.decided_by:
        pairs.append(
            (
                _("Decision"),
                lines(row.get_decision_display() or "", date_text(row.decided_on), named(row.decided_by)),
            )
        )
    if row.sent_on:
        pairs.append((_("Sent abroad"), lines(f"№ {row.sent_no}", date_text(row.sent_on))))
    if row.answered_on:
        head = _("Answered abroad") if row.way == Way.INCOMING else _("Reply received")
        said = lines(f"№ {row.answer_no}", date_text(row.answered_on), row.get_reply_display() or "")
        pairs.append((head, said))
    return KeyValues(pairs)


def request_texts(row: Request) -> list[tuple[str, str]]:
    """What is asked, why it was decided so, what was answered."""
    texts = [
        (_("What exactly is asked"), row.asked),
        (_("Reasons"), row.reasons or ""),
        (_("The answer"), row.answer or ""),
    ]
    return [(head, text) for head, text in texts if text]


def request_sections(row: Request, parts: Gathered) -> list[Section]:
    """Its parts and documents."""
    papers = papers_section(parts, "treaty_requests:paper", row.id)
    return [_parts(parts), papers] if row.way == Way.INCOMING else [papers]


def _parts(parts: Gathered) -> Section:
    offices = names_of({row.office_id for row in parts["parts"]}, language()) if parts["parts"] else {}
    rows = [
        (
            link(reverse("treaty_parts:card", args=[row.id]), str(row.no)),
            offices[row.office_id],
            row.task,
            lines(badge(row.get_status_display(), TONES[row.status]), date_text(row.done_on or row.due_on)),
            lines(row.outcome or "—", who(parts, row.done_by_id) if row.done_by_id else ""),
        )
        for row in parts["parts"]
    ]
    columns = [_("Part"), _("Office"), _("What this office does"), _("Status"), _("Outcome")]
    empty = _("A part is passed to an office under What to do, once an order has given it the power.")
    return section("parts", _("Parts"), columns, rows, empty, stacks=True)


def papers_section(parts: Gathered, address: str, pk: object) -> Section:
    """Documents, each with its translations: language, translator, who certified."""
    papers: list[Paper] = parts["papers"]
    files = files_by_id(row.file_id for row in papers) if papers else {}
    ordered = [
        one
        for row in papers
        if row.original_id is None
        for one in (row, *(other for other in papers if other.original_id == row.id))
    ]
    rows = [
        (
            lines(
                link(reverse(address, args=[pk, row.file_id]), row.title),
                files[row.file_id].name if row.file_id in files else "",
            ),
            row.get_language_display(),
            _translated(row),
            _certified(row),
        )
        for row in ordered
    ]
    columns = [_("Document"), _("Language"), _("Translation"), _("Certified")]
    empty = _("Documents and translations are added under What to do.")
    return section("papers", _("Documents and translations"), columns, rows, empty, stacks=True)


def _translated(row: Paper) -> Text:
    if row.translator is None:
        return _("The document itself")
    return lines(_("Translated by %(who)s") % {"who": row.translator}, date_text(row.translated_on))


def _certified(row: Paper) -> Text:
    return lines(row.certified_by, date_text(row.certified_on)) if row.certified_by else "—"


def request_panel(row: Request, actions: Sequence[Action], parts: Gathered) -> Panel:
    """What may be done with the request as it stands."""
    slugs = _open_steps(row, parts)
    if row.due_on is not None:
        slugs.append("prolong")
    if row.died_on is None and row.answered_on is None:
        slugs.append("died")
    steps = {slug: REQUEST_STEPS[slug] for slug in slugs}
    return step_panel(
        _only(actions, row), steps, row.id, "treaty_requests:step", primary=steps[slugs[0]].power
    )


def _only(actions: Sequence[Action], row: Request) -> list[Action]:
    """Without the powers that are not about a request going that way, or that is no petition."""
    other = {"treaty.send_request"} if row.way == Way.INCOMING else set(_INCOMING)
    if row.kind not in PETITIONS:
        other.add("treaty.decide_petition")
    return [one for one in actions if one.power not in other]


_INCOMING = ("treaty.pass_down", "treaty.decide_petition", "treaty.answer")


def _open_steps(row: Request, parts: Gathered) -> list[str]:
    """The expected step first."""
    petition = row.kind in PETITIONS
    waits = any(part.status == "given" for part in parts["parts"])
    if row.status == RequestStatus.DRAFT:
        return ["send", "paper", "correct"]
    if row.status == RequestStatus.SENT:
        return ["reply", "paper"]
    if row.status == RequestStatus.REGISTERED:
        return ["pass", *(("decide",) if petition else ("answer",)), "paper", "correct"]
    if row.status == RequestStatus.DECIDED:
        return ["answer", "paper"]
    if row.status in (RequestStatus.IN_WORK, RequestStatus.EXECUTED) and not waits:
        return ["decide" if petition else "answer", "pass", "paper"]
    return ["pass", "paper"] if row.status == RequestStatus.IN_WORK else ["paper"]


def _officer(part: Part, on: date) -> Text:
    """Whoever has it; one who has left is said, for it has to be given anew."""
    if part.officer is None:
        return _("Not given to anybody yet")
    if part.done_on is None and not part.officer.holds(on):
        return badge(_("The officer has left: give it to another"), "danger")
    return named(part.officer)


def part_summary(part: Part, on: date) -> KeyValues:
    """Whose request it is a part of, what it is about, who carries it out."""
    request = part.request
    pairs: list[tuple[str, Text]] = [
        (_("The request"), lines(request.number_text, request.get_kind_display())),
        (_("Country"), lines(request.country, request.foreign_body)),
        (_("About whom"), request.person),
        (_("Central authority"), request.office.name_in(language())),
        (_("Carried out by"), part.office.name_in(language())),
        (_("Passed on"), date_text(part.given_on)),
        (_("Officer"), _officer(part, on)),
    ]
    if part.done_on and part.done_by:
        pairs.append((_("Carried out"), lines(date_text(part.done_on), named(part.done_by))))
    return KeyValues(pairs)


def part_texts(part: Part) -> list[tuple[str, str]]:
    """What is asked of this office, what came of it."""
    texts = [
        (_("What this office does"), part.task),
        (_("What exactly is asked"), part.request.asked),
        (_("What was done and received"), part.outcome or ""),
    ]
    return [(head, text) for head, text in texts if text]


def part_panel(part: Part, actions: Sequence[Action]) -> Panel:
    """What may be done with a part."""
    steps = PART_STEPS if part.done_on is None else {}
    return step_panel(actions, steps, part.id, "treaty_parts:step", primary="treaty.execute_request")
