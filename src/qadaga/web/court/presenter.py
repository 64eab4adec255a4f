"""Cases, judicial acts and hearings as pages show them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.common import clock
from qadaga.court.choices import PaperKind
from qadaga.court.models import Case, Hearing, Review
from qadaga.court.subject import Card
from qadaga.matters.gather import Gathered
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, addresses, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link, moment_text
from qadaga.web.court.linked import at_large, investigation
from qadaga.web.court.steps import CASE_STEPS, HEARING_STEPS, REVIEW_STEPS, called
from qadaga.web.names import language
from qadaga.web.orders.people import named

CASE_TONES: Mapping[str, Tone] = {"opened": "info", "in_court": "warning", "decided": "info"}
REVIEW_TONES: Mapping[str, Tone] = {
    "opened": "info",
    "called": "warning",
    "received": "info",
    "studied": "info",
    "in_court": "warning",
    "decided": "success",
}
HEARING_TONES: Mapping[str, Tone] = {"planned": "info", "held": "success", "postponed": "warning"}
OUTCOMES: Mapping[str, Tone] = {
    "granted": "success",
    "granted_part": "warning",
    "dismissed": "danger",
    "unheard": "neutral",
}
# Which steps stand open in which status; what a step of one power needs besides is asked by the panel.
CASE_OPEN = {
    "opened": ("charge", "transfer", "drop", "died", "lives", "assign", "conflict"),
    "in_court": (
        *("support", "position", "conclude", "hearing", "decision"),
        *("died", "lives", "assign", "conflict"),
    ),
    "decided": ("appeal", "petition", "close", "died", "lives", "assign", "conflict"),
    "closed": ("lives",),
}
REVIEW_OPEN = {
    "opened": ("call", "call-execution", "refuse", "assign", "conflict"),
    "called": ("delivered", "receive", "assign", "conflict"),
    "received": ("study", "return", "refuse", "assign", "conflict"),
    "studied": ("protest", "petition", "refuse", "return", "close", "assign", "conflict"),
    "in_court": ("hearing", "conclude", "outcome", "withdraw", "return", "assign", "conflict"),
    "decided": ("return", "close", "protest", "petition"),
    **dict.fromkeys(("refused", "withdrawn"), ("return", "close")),
    "closed": (),
}
SPACES = {Case: "courtcases", Review: "reviews"}


def space(card: Card) -> str:
    """The namespace of the card's pages."""
    return SPACES[type(card)]


def card_badge(card: Card, on: date) -> SafeString:
    """Where it stands; a term that has passed is said first."""
    if card.due_on is not None and card.due_on < on:
        return badge(_("The term has passed"), "danger", "alert-triangle")
    tones = CASE_TONES if isinstance(card, Case) else REVIEW_TONES
    return badge(card.get_status_display(), tones.get(card.status, "neutral"))


def summary(card: Card, parts: Gathered, on: date) -> KeyValues:
    """The court, the case, who goes; of a judicial act its days and the way of the case."""
    pairs: list[tuple[str, Text]] = [
        (_("Court"), card.court),
        (_("About what"), card.about),
        (_("Office"), card.office.name_in(language())),
        (_("Officer"), _officer(card, on)),
    ]
    pairs += _of_case(card, parts) if isinstance(card, Case) else _of_review(card)
    if card.next_on:
        pairs.append((_("Next hearing"), date_text(card.next_on)))
    if card.matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[card.matter_id]), str(card.matter))))
    return KeyValues(pairs)


def _officer(card: Card | Hearing, on: date) -> Text:
    if card.officer is None:
        return badge(_("Nobody named yet"), "warning")
    if not card.officer.holds(on):
        return badge(_("The officer has left: name another"), "danger")
    return named(card.officer)


def _of_case(case: Case, parts: Gathered) -> list[tuple[str, Text]]:
    pairs: list[tuple[str, Text]] = [(_("Instance"), case.get_instance_display())]
    if case.erdr:
        pairs.append((_("ERDR number"), investigation(case, parts)))
    if case.ground:
        pairs.append((_("Why the prosecutor takes part"), case.get_ground_display()))
    if case.transferred_on:
        pairs.append((_("Transferred to court"), date_text(case.transferred_on)))
    if case.act_id:
        address = reverse("acts:card", args=[case.act_id])
        pairs.append((_("Act taken to court"), link(address, _("Open the act"))))
    return pairs


def _of_review(review: Review) -> list[tuple[str, Text]]:
    force = date_text(review.in_force_on) if review.in_force_on else badge(_("Not in force"), "warning")
    pairs: list[tuple[str, Text]] = [
        (_("Judicial act"), lines(review.get_act_kind_display(), date_text(review.act_on))),
        (_("In force since"), force),
        (_("Ground"), lines(review.get_ground_display(), review.petitioner, review.petitioner_iin or "")),
    ]
    if review.called_on:
        pairs.append((_("Called for"), lines(review.get_called_display(), date_text(review.called_on))))
        pairs.append((_("Letter delivered"), _served(review)))
    if review.received_on:
        volumes = _("%(n)s volumes") % {"n": review.volumes}
        pairs.append((_("Received"), lines(date_text(review.received_on), volumes)))
        back = date_text(review.returned_on) if review.returned_on else badge(_("Here"), "warning")
        pairs.append((_("Sent back"), back))
    if review.outcome:
        pairs.append((_("Outcome"), badge(review.get_outcome_display(), OUTCOMES[review.outcome])))
    return pairs


def _served(review: Review) -> Text:
    if review.served_on is None:
        return badge(_("Not delivered yet"), "warning")
    proof: Text = review.proof_ref or ""
    if review.proof_id:
        proof = link(reverse("reviews:proof", args=[review.id]), proof or _("Proof of service"))
    return lines(f"{date_text(review.served_on)}, {review.get_served_way_display()}", proof)


def texts(card: Card) -> list[tuple[str, str]]:
    """The long texts that are there."""
    if isinstance(card, Case):
        heading = _("Position of the prosecutor")
        if card.position_clears:
            heading = _("Position of the prosecutor: to end the case or clear the name of the dead")
        return [(heading, card.position)] if card.position else []
    if not card.findings:
        return []
    head = _("The study found a violation of law") if card.unlawful else _("The study found the act lawful")
    return [(head, card.findings)]


def sections(card: Card, parts: Gathered) -> list[Section]:
    """The people, the hearings, what was decided, the papers."""
    found = [_hearings(parts), _judgments(parts), _papers(card, parts)]
    return [_accused(parts), *found] if isinstance(card, Case) and card.kind == "criminal" else found


def _accused(parts: Gathered) -> Section:
    said: dict[Any, list[str]] = {}
    for row in parts["verdicts"]:
        said.setdefault(row.accused_id, []).append(
            ": ".join(part for part in (row.get_verdict_display(), row.sentence) if part)
        )
    rows = [
        (
            lines(row.name, row.iin),
            row.articles,
            date_text(row.charged_on),
            lines(row.get_status_display(), *at_large(row, parts)),
            lines(*said[row.id]) if row.id in said else "—",
        )
        for row in parts["accused"]
    ]
    columns = [_("Name"), _("Articles charged"), _("Charged on"), _("Status"), _("Verdict of a court")]
    empty = _("Settle the charge of each person under What to do.")
    return section("accused", _("People prosecuted"), columns, rows, empty, stacks=True)


def _hearings(parts: Gathered) -> Section:
    rows = [
        (
            link(reverse("hearings:card", args=[row.id]), moment_text(row.starts_at)),
            row.get_instance_display(),
            row.room or "—",
            who(parts, row.officer_id),
            badge(row.get_status_display(), HEARING_TONES.get(row.status, "neutral")),
        )
        for row in sorted(parts["hearings"], key=lambda row: row.starts_at, reverse=True)
    ]
    columns = [_("When"), _("Instance"), _("Room"), _("Officer"), _("Status")]
    empty = _("A hearing is set once the case is in court.")
    return section("hearings", _("Hearings"), columns, rows, empty, stacks=True)


def _judgments(parts: Gathered) -> Section:
    rows = [
        (
            lines(row.get_instance_display(), date_text(row.decided_on)),
            badge(row.get_outcome_display(), OUTCOMES[row.outcome]),
            row.summary,
            date_text(row.in_force_on) if row.in_force_on else "—",
        )
        for row in parts["judgments"]
    ]
    columns = [_("Instance"), _("What the prosecutor asked was"), _("What was decided"), _("In force since")]
    empty = _("What each instance decides is recorded under What to do.")
    return section("judgments", _("Decisions of the court"), columns, rows, empty, stacks=True)


def _papers(card: Card, parts: Gathered) -> Section:
    rows = [
        (
            link(reverse(f"{space(card)}:paper", args=[card.id, row.id]), row.number_text),
            lines(
                str(PaperKind(row.kind).label),
                _("To end the case or clear the name of the dead") if row.clears else "",
            ),
            date_text(row.signed_on),
            who(parts, row.signer_id),
            row.norm,
        )
        for row in parts["papers"]
    ]
    columns = [_("Number"), _("Kind"), _("Signed"), _("Who signed"), _("Norms")]
    empty = _("Papers appear here as they are signed.")
    return section("papers", _("Papers"), columns, rows, empty, stacks=True)


def case_panel(case: Case, actions: Sequence[Action], parts: Gathered) -> Panel:
    """What may be done with a case as it stands."""
    there = {
        "died": any(row.died_on is None for row in parts["accused"]),
        "lives": any(row.died_on is not None for row in parts["accused"]),
    }
    steps = {slug: CASE_STEPS[slug] for slug in CASE_OPEN[case.status] if there.get(slug, True)}
    return step_panel(actions, steps, case.id, "courtcases:step", primary=_expected(case))


def review_panel(review: Review, actions: Sequence[Action]) -> Panel:
    """What may be done with a judicial act as it stands."""
    here = review.received_on is not None and review.returned_on is None
    further = review.outcome != "granted"
    asked = {
        "return": here,
        "delivered": review.served_on is None,
        "protest": further,
        "petition": further,
    }
    steps = {slug: REVIEW_STEPS[slug] for slug in REVIEW_OPEN[review.status] if asked.get(slug, True)}
    return step_panel(actions, steps, review.id, "reviews:step", primary=_expected(review))


def _expected(card: Case | Review) -> str:
    """Who goes there is named first; what comes then, the court decides."""
    return "court.assign" if card.officer_id is None else ""


def hearing_panel(hearing: Hearing, actions: Sequence[Action]) -> Panel:
    """What may be done with a hearing to come."""
    steps = HEARING_STEPS if hearing.status == "planned" else {}
    return step_panel(actions, steps, hearing.id, "hearings:step", primary="court.keep")


def hearing_badge(hearing: Hearing, on: date) -> SafeString:
    """Where it stands; one whose day has passed waits for its outcome."""
    if hearing.status == "planned" and hearing.held_on < on:
        return badge(_("Its outcome is not recorded"), "danger", "alert-triangle")
    return badge(hearing.get_status_display(), HEARING_TONES.get(hearing.status, "neutral"))


def hearing_summary(hearing: Hearing, on: date) -> KeyValues:
    """When, where, which case, who goes."""
    card = hearing.owner
    pairs: list[tuple[str, Text]] = [
        (_("Case"), link(reverse(f"{space(card)}:card", args=[card.id]), called(card))),
        (_("About what"), card.about),
        (_("When"), moment_text(hearing.starts_at)),
        (_("Court"), lines(hearing.court, hearing.room)),
        (_("Instance"), hearing.get_instance_display()),
        (_("Officer"), _officer(hearing, on)),
    ]
    return KeyValues(pairs)


def week(hearings: Sequence[Hearing], first: date, on: date) -> list[Section]:
    """A table for each day of the week that has hearings."""
    days = [first + timedelta(days=number) for number in range(7)]
    found = [(day, [row for row in hearings if row.held_on == day]) for day in days]
    return [_day(rows, day, on) for day, rows in found if rows]


def _day(hearings: Sequence[Hearing], day: date, on: date) -> Section:
    address = addresses("hearings:card")
    rows = [
        (
            link(address(row.id), clock.local(row.starts_at).strftime("%H:%M")),
            lines(called(row.owner), row.owner.about),
            lines(row.court, row.room),
            _officer(row, on),
            hearing_badge(row, on),
        )
        for row in hearings
    ]
    columns = [_("Time"), _("Case"), _("Court"), _("Officer"), _("Status")]
    weekday = date_format(day, "l")
    title = f"{date_text(day)}, {weekday if language() == 'en' else weekday.lower()}"
    return section(f"d{day:%Y%m%d}", title, columns, rows, "", stacks=True)
