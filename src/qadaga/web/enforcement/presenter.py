"""Writs and bailiffs as pages show them."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.common.money import Money
from qadaga.matters.gather import Gathered
from qadaga.matters.selectors.actions import Action
from qadaga.supervision.enforcement.choices import CheckStatus, WritStatus
from qadaga.supervision.enforcement.models import Bailiff, Check, Transfer, Writ
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.longer import asks, awaits, longer_section
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.enforcement.steps import BAILIFF_STEPS, WRIT_STEPS
from qadaga.web.names import language
from qadaga.web.orders.people import named

TONES: Mapping[str, Tone] = {
    "with_private": "info",
    "withdrawn": "warning",
    "with_state": "info",
    "ended": "neutral",
}
OUTCOMES: Mapping[str, Tone] = {"lawful": "success", "violated": "danger"}


def transfer_of(writ: Writ) -> Transfer | None:
    """The resolution that passed the writ on, read with it."""
    return getattr(writ, "transfer", None)


def writ_badge(writ: Writ, on: date) -> SafeString:
    """Where the writ stands; a check past its last day is said first."""
    if writ.due_on is not None and writ.due_on < on:
        return badge(_("The check is overdue"), "danger", "alert-triangle")
    return badge(writ.get_status_display(), TONES[writ.status])


def writ_summary(writ: Writ, on: date) -> KeyValues:
    """Who issued it, for whom against whom, what for, with whom it is."""
    bailiff = link(reverse("bailiffs:card", args=[writ.bailiff_id]), writ.bailiff.name)
    kind = writ.bailiff.get_kind_display()
    pairs: list[tuple[str, Text]] = [
        (_("Issued by"), lines(writ.issuer, date_text(writ.issued_on))),
        (_("Proceedings"), lines(writ.case_number, date_text(writ.opened_on))),
        (_("Bailiff"), lines(bailiff, kind)),
        (_("Claimant"), lines(writ.claimant, writ.claimant_iin or "", writ.get_claimant_kind_display())),
        (_("Debtor"), lines(writ.debtor, writ.debtor_iin or "", writ.get_debtor_kind_display())),
        (_("Sum"), str(Money(writ.tiyn)) if writ.tiyn else "—"),
        (_("Supervising officer"), _officer(writ, on)),
    ]
    if writ.due_on:
        pairs.append((_("Check until"), date_text(writ.due_on)))
    if writ.matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[writ.matter_id]), str(writ.matter))))
    if writ.ended_on:
        pairs.append(
            (_("Execution over on"), lines(date_text(writ.ended_on), writ.get_ended_as_display() or ""))
        )
    return KeyValues(pairs)


def _officer(writ: Writ, on: date) -> Text:
    """Whoever has it; one who has left is said, for it has to be given anew."""
    if writ.officer is None:
        return _("Not given to anybody yet")
    if not writ.officer.holds(on):
        return badge(_("The officer has left: give it to another"), "danger")
    return named(writ.officer)


def writ_sections(writ: Writ, parts: Gathered) -> list[Section]:
    """Its checks and longer terms, the act that passed it on with both receipts, money that came of acts."""
    longer = longer_section(parts)
    also = [longer] if longer.count else []
    return [_checks(parts), *also, _transfer(transfer_of(writ), writ), _recovered(parts)]


def _checks(parts: Gathered) -> Section:
    rows = [
        (
            lines(date_text(row.begun_on), _("until %(day)s") % {"day": date_text(row.due_on)}),
            lines(row.get_about_display(), row.get_ground_display()),
            who(parts, row.begun_by_id),
            _outcome(row),
            lines(row.findings or "—", row.told_how or ""),
        )
        for row in reversed(parts["checks"])
    ]
    columns = [_("Begun"), _("What is checked"), _("Officer"), _("Outcome"), _("What was found")]
    empty = _("A check of the bailiff is begun under What to do.")
    return section("checks", _("Checks"), columns, rows, empty, stacks=True)


def _outcome(row: Check) -> SafeString:
    if row.status == CheckStatus.BEGUN:
        return badge(row.get_status_display(), "warning")
    said = badge(row.get_outcome_display() or "", OUTCOMES[row.outcome or "lawful"])
    passed = badge(_("In a matter"), "info") if row.violation_id else ""
    return format_html("{} {}", said, passed)


def _transfer(made: Transfer | None, writ: Writ) -> Section:
    rows: list[tuple[Text, ...]] = []
    if made is not None:
        paper = link(reverse("writs:paper", args=[writ.id]), made.number_text)
        awaited = badge(_("awaited"), "warning")
        taken = lines(f"№ {made.taken_no}", date_text(made.taken_on)) if made.taken_on else awaited
        given = lines(f"№ {made.given_no}", date_text(made.given_on)) if made.given_on else awaited
        rows.append(
            (
                lines(paper, date_text(made.signed_on), made.norm),
                named(made.signer),
                lines(made.from_bailiff.name, _("receipt:"), taken),
                lines(made.to_bailiff.name, _("receipt:"), given),
            )
        )
    columns = [_("Resolution"), _("Who signed"), _("From the private bailiff"), _("To the state bailiff")]
    empty = _("Nothing was withdrawn. It is done in a case that a law names, never the other way (L.3.5).")
    return section("transfer", _("Withdrawal and hand-over"), columns, rows, empty, stacks=True)


def _recovered(parts: Gathered) -> Section:
    sums = {row.id: row for row in parts["recoveries"]}
    rows: list[tuple[Text, ...]] = [
        (
            str(Money(sums[row.recovery_id].tiyn)),
            date_text(sums[row.recovery_id].recovered_on),
            link(reverse("acts:card", args=[row.act_id]), sums[row.recovery_id].basis),
        )
        for row in parts["recovered"]
    ]
    columns = [_("Sum"), _("Recovered on"), _("Act that brought it")]
    empty = _("A sum that came of a prosecutor's act is recorded here and counts in the act's matter.")
    return section("recovered", _("Recovered by acts"), columns, rows, empty)


def writ_panel(writ: Writ, actions: Sequence[Action], parts: Gathered) -> Panel:
    """What may be done with the writ as it stands."""
    slugs = _open_steps(writ, parts)
    steps = {slug: WRIT_STEPS[slug] for slug in slugs}
    return step_panel(actions, steps, writ.id, "writs:step", primary=steps[slugs[0]].power)


def _open_steps(writ: Writ, parts: Gathered) -> list[str]:
    """The expected step first."""
    under_way = any(row.status == CheckStatus.BEGUN for row in parts["checks"])
    slugs = ["finish", *_longer(parts)] if under_way else ["check"]
    if any(row.outcome == "violated" and row.violation_id is None for row in parts["checks"]):
        slugs.append("violation")
    if writ.tiyn:
        slugs.append("recovered")
    if writ.status == WritStatus.WITHDRAWN:
        return ["receipts", *slugs, "assign"]
    if writ.status == WritStatus.ENDED:
        return slugs
    further = ["assign", "correct", *(() if under_way else ("end",))]
    return [*slugs, *(("withdraw",) if writ.status == WritStatus.PRIVATE else ()), *further]


def _longer(parts: Gathered) -> list[str]:
    """What may be done about the term of the check under way."""
    return ["prolong"] if awaits(parts) else ["ask"] if asks(parts) else []


def bailiff_badge(bailiff: Bailiff) -> SafeString:
    """Whether they work."""
    return badge(bailiff.get_status_display(), "success" if bailiff.ended_on is None else "neutral")


def bailiff_summary(bailiff: Bailiff) -> KeyValues:
    """Licence or department, address, since when."""
    pairs: list[tuple[str, Text]] = []
    if bailiff.body is None:
        pairs.append((_("Licence"), lines(bailiff.licence or "—", date_text(bailiff.licence_on))))
    else:
        pairs.append((_("Department"), bailiff.body.name(language())))
    pairs += [
        (_("Address of the place of work"), bailiff.address),
        (_("Office that keeps the entry"), bailiff.office.name_in(language())),
        (_("Registered"), date_text(bailiff.entered_on)),
    ]
    if bailiff.ended_on:
        pairs.append((_("Works no longer"), lines(date_text(bailiff.ended_on), bailiff.ended_why or "")))
    return KeyValues(pairs)


def writs_section(writs: Sequence[Writ]) -> Section:
    """The newest writs with a bailiff; no name of a party among them."""
    rows = [
        (
            link(reverse("writs:card", args=[writ.id]), writ.number),
            writ.case_number,
            writ.get_debtor_kind_display(),
            badge(writ.get_status_display(), TONES[writ.status]),
        )
        for writ in writs
    ]
    columns = [_("Writ"), _("Proceedings"), _("Debtor"), _("Status")]
    empty = _("A writ is entered in the register of writs, with this bailiff chosen.")
    return section("writs", _("Writs"), columns, rows, empty)


def bailiff_panel(bailiff: Bailiff, actions: Sequence[Action]) -> Panel:
    """What may be done with the entry."""
    steps = BAILIFF_STEPS if bailiff.ended_on is None else {}
    return step_panel(actions, steps, bailiff.id, "bailiffs:step")
