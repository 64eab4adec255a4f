"""Cases of administrative offences as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.selectors.actions import Action
from qadaga.supervision.offences.choices import CaseStatus, Legality
from qadaga.supervision.offences.models import FileCall, OffenceCase, ProceedingsResolution
from qadaga.supervision.offences.selectors import CaseParts
from qadaga.supervision.offences.subject import AWAITED, CHECK, FILE
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.offences.steps import STEPS
from qadaga.web.orders.people import named

TONES: dict[str, Tone] = {
    "called": "info",
    "received": "warning",
    "checked": "info",
    "opened": "warning",
    "closed": "neutral",
    "done": "success",
}
_FOUND: dict[str, Tone] = {"none": "neutral", "lawful": "success", "unlawful": "danger"}


def case_badge(case: OffenceCase, on: date) -> SafeString:
    """Where the case stands; late where the file is."""
    if case.due_on and case.due_on < on:
        return badge(_("The term has run out"), "danger", "alert-triangle")
    return badge(case.get_status_display(), TONES[case.status])


def summary(case: OffenceCase, letter: FileCall | None) -> KeyValues:
    """Who conducts it, how its file stands, what was found, what became of it."""
    pairs: list[tuple[str, Text]] = [
        (_("Status"), case.get_status_display()),
        (_("Who conducts the case"), case.body.name(language())),
        (_("Number of the case"), case.case_number or "—"),
        (_("Article"), case.article),
        (_("Competent office"), case.office.name_in(language())),
        (_("Begun"), date_text(case.begun_on)),
    ]
    if case.ground:
        pairs.append((_("Ground"), case.get_ground_display()))
        pairs += _letter(letter) if letter else []
        pairs += _file(case)
    if case.checked_by:
        pairs += _found(case)
    if case.matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[case.matter_id]), str(case.matter))))
    if case.due_on and case.status == CaseStatus.OPENED:
        pairs.append((_("Decision expected by"), date_text(case.due_on)))
    if case.outcome:
        pairs.append((_("Outcome"), f"{case.get_outcome_display()}, {date_text(case.outcome_on)}"))
        pairs.append((_("By which decision"), case.outcome_paper or ""))
    return KeyValues(pairs)


def _letter(made: FileCall) -> list[tuple[str, Text]]:
    signed = f"{date_text(made.signed_on)}, {named(made.signer)}"
    pairs: list[tuple[str, Text]] = [
        (_("Letter"), lines(link(reverse("offences:letter", args=[made.case_id]), made.number_text), signed))
    ]
    if made.served_on:
        proof: Text = made.proof_ref or ""
        if made.proof_id:
            proof = link(reverse("offences:proof", args=[made.case_id]), proof or _("Proof of service"))
        served = f"{date_text(made.served_on)}, {made.get_served_way_display()}"
        pairs.append((_("Letter delivered"), lines(served, proof)))
    else:
        pairs.append((_("Letter delivered"), badge(_("Not delivered yet"), "warning")))
    return pairs


def _file(case: OffenceCase) -> list[tuple[str, Text]]:
    came: Text = date_text(case.received_on)
    if case.received_on:
        came = _("%(day)s, %(sheets)s sheets") % {"day": came, "sheets": case.sheets}
    pairs: list[tuple[str, Text]] = [(_("The file came on"), came)]
    if case.due_on:
        label = _("File expected by") if case.status == CaseStatus.CALLED else _("Return the file by")
        pairs.append((label, date_text(case.due_on)))
    if case.silent_on:
        pairs.append((_("Not given in time"), badge(date_text(case.silent_on), "danger")))
    if case.returned_on:
        pairs.append((_("The file went back on"), date_text(case.returned_on)))
    return pairs


def _found(case: OffenceCase) -> list[tuple[str, Text]]:
    assert case.detention  # together with checked_by
    assert case.penalty
    return [
        (_("Detention"), badge(case.get_detention_display(), _FOUND[case.detention])),
        (_("Penalty"), badge(case.get_penalty_display(), _FOUND[case.penalty])),
        (_("Norm"), case.norm or ""),
        (_("Checked"), f"{date_text(case.checked_on)}, {named(case.checked_by)}" if case.checked_by else ""),
    ]


def texts(case: OffenceCase) -> list[tuple[str, str]]:
    """What the check established."""
    return [(_("What was established"), case.findings)] if case.findings else []


def sections(case: OffenceCase, parts: CaseParts) -> list[Section]:
    """Resolutions and acts."""
    papers: list[tuple[Text, ...]] = [
        (
            link(reverse("offences:paper", args=[case.id, made.id]), made.number_text),
            made.get_kind_display(),
            made.person,
            lines(date_text(made.signed_on), named(made.signer)),
            _served(made),
        )
        for made in parts.resolutions
    ]
    acts: list[tuple[Text, ...]] = [
        (
            link(reverse("acts:card", args=[row.act_id]), row.act.number_text or row.act.heading),
            row.act.get_status_display(),
        )
        for row in parts.acts
    ]
    columns = [_("Number"), _("What it does"), _("About whom"), _("Signed"), _("Delivered")]
    return [
        section(
            "resolutions",
            _("Resolutions of the prosecutor"),
            columns,
            papers,
            _("Proceedings are opened and closed under What to do (O.8.9)."),
        ),
        section(
            "acts",
            _("Acts brought on the case"),
            [_("Act"), _("Status")],
            acts,
            _("Pass the violation to a matter, draft the act there, then link it here."),
        ),
        *_reminders(parts),
    ]


def _reminders(parts: CaseParts) -> list[Section]:
    """Reminders to the silent body, where there are any."""
    rows: list[tuple[Text, ...]] = [
        (date_text(row.on), row.get_way_display(), row.reference, named(row.by)) for row in parts.reminders
    ]
    columns = [_("When"), _("Way"), _("Number"), _("Who")]
    return [section("reminders", _("Reminders"), columns, rows, "")] if rows else []


def _served(made: ProceedingsResolution) -> Text:
    if made.served_on is None:
        return badge(_("Not delivered yet"), "warning")
    return lines(f"{date_text(made.served_on)}, {made.get_served_way_display()}", made.proof_ref)


def panel(case: OffenceCase, parts: CaseParts, actions: Sequence[Action], on: date) -> Panel:
    """What may be done with the case as it stands."""
    slugs = _slugs(case, {made.kind for made in parts.resolutions})
    undelivered = parts.letter is not None and parts.letter.served_on is None
    if undelivered:
        slugs.insert(0, "delivered")
    if any(made.served_on is None for made in parts.resolutions):
        slugs.append("served")
    # The letter's own term is no term of anybody's reply: it is not prolonged.
    if case.due_on is not None and not (undelivered and case.status == CaseStatus.CALLED):
        slugs.append("prolong")
    if any(term.rule in AWAITED and term.state == "running" and term.due_on < on for term in parts.terms):
        slugs.append("remind")
    steps = {slug: STEPS[slug] for slug in slugs}
    primary = FILE if case.status == CaseStatus.CALLED else CHECK
    return step_panel(actions, steps, case.id, "offences:step", primary=primary)


def _slugs(case: OffenceCase, decided: set[str]) -> list[str]:
    if case.status in (CaseStatus.CALLED, CaseStatus.RECEIVED):
        silence = "withheld" if case.silent_on else "silent"
        return ["receive", silence] if case.status == CaseStatus.CALLED else ["check"]
    if case.status == CaseStatus.DONE:
        return []
    file_here = case.received_on is not None and case.returned_on is None
    unlawful = Legality.UNLAWFUL in (case.detention, case.penalty) and case.violation_id is None
    found = {
        "violation": unlawful,
        "act": case.matter_id is not None,
        "open": case.status == CaseStatus.CHECKED and "open" not in decided,
        "close": case.status != CaseStatus.CLOSED,
        "return": file_here,
        "outcome": not file_here,
    }
    return [slug for slug, offered in found.items() if offered]
