"""Checks of records as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.gather import Gathered
from qadaga.matters.selectors.actions import Action
from qadaga.supervision.statistics.choices import CheckStatus, Fault
from qadaga.supervision.statistics.models import CorrectionDemand, Discrepancy, RecordsCheck
from qadaga.supervision.statistics.selectors import demand_of
from qadaga.supervision.statistics.subject import CHECK, DEMAND
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.cards.terms import term_views
from qadaga.web.components import KeyValues, TermView, Text, Tone, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.statistics.steps import STEPS

TONES: dict[str, Tone] = {"begun": "info", "found": "warning", "demanded": "warning", "closed": "success"}
_OUTCOMES: dict[str, Tone] = {"true": "success", "corrected": "success", "act": "warning"}


def check_badge(check: RecordsCheck, on: date) -> SafeString:
    """Where the check stands; late where a term has run out."""
    if check.due_on and check.due_on < on:
        return badge(_("The term has run out"), "danger", "alert-triangle")
    return badge(check.get_status_display(), TONES[check.status])


def summary(check: RecordsCheck, parts: Gathered) -> KeyValues:
    """Whose records, which days, on which ground, by whom, what was asked and when it ended."""
    pairs: list[tuple[str, Text]] = [
        (_("Records"), check.get_kind_display()),
        (_("Body"), check.body.name(language())),
        (_("Period"), f"{date_text(check.period_from)} – {date_text(check.period_to)}"),
        (_("Ground"), check.get_ground_display()),
        (_("Officer in charge"), named(check.officer)),
        (_("Competent office"), check.office.name_in(language())),
        (_("Begun"), date_text(check.begun_on)),
    ]
    if check.due_on:
        label = _("Finish by") if check.status == CheckStatus.BEGUN else _("Answer expected by")
        pairs.append((label, date_text(check.due_on)))
    if check.asked_on:
        pairs += _asked(check, parts)
    if check.came_on:
        pairs.append((_("The figures came on"), date_text(check.came_on)))
    if check.silent_on:
        pairs.append((_("Not given in time"), badge(date_text(check.silent_on), "danger")))
    if check.finished_on:
        pairs.append((_("Finished"), date_text(check.finished_on)))
    if check.matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[check.matter_id]), str(check.matter))))
    if check.outcome:
        tone = _OUTCOMES[check.outcome]
        pairs.append((_("Outcome"), badge(check.get_outcome_display(), tone)))
        pairs.append((_("Closed"), date_text(check.closed_on)))
    return KeyValues(pairs)


def _asked(check: RecordsCheck, parts: Gathered) -> list[tuple[str, Text]]:
    """The letter that asked for figures, and the proof of its delivery."""
    address = reverse("records:figures", args=[check.id])
    letter = [link(address, one.number_text) for one in parts["letters"]]
    found: list[tuple[str, Text]] = [(_("Figures asked for"), lines(date_text(check.asked_on), *letter))]
    if check.served_on:
        said = f"{date_text(check.served_on)}, {check.get_served_way_display()}"
        proof: Text = check.proof_ref
        if check.proof_id:
            proof = link(reverse("records:proof", args=[check.id]), check.proof_ref or _("Proof of service"))
        found.append((_("Delivered"), lines(said, proof)))
    elif check.proof_ref:
        found.append((_("Delivered"), check.proof_ref))
    else:
        found.append((_("Delivered"), badge(_("Not yet"), "warning")))
    return found


def sections(check: RecordsCheck, parts: Gathered) -> list[Section]:
    """Discrepancies, the demand, acts."""
    demand = demand_of(check)
    acts: list[tuple[Text, ...]] = [
        (link(reverse("acts:card", args=[act.id]), act.number_text or act.heading), act.get_status_display())
        for act in parts["acts"]
    ]
    return [
        section(
            "discrepancies",
            _("Discrepancies"),
            [_("Which record"), _("What is wrong"), _("Reported"), _("Found"), _("Corrected")],
            [_discrepancy(row, check) for row in parts["discrepancies"]],
            _("What the check finds is added while it is under way: Add a discrepancy."),
            stacks=True,
        ),
        section(
            "demand",
            _("Demand to correct"),
            [_("Number"), _("To which official"), _("Signed"), _("Served"), _("Legal statistics told")],
            [_demand(demand, check)] if demand else [],
            _("The head demands a correction once the check has found something (L.3.8)."),
            stacks=True,
        ),
        section(
            "acts",
            _("Acts brought"),
            [_("Act"), _("Status")],
            acts,
            _("Without a correction, pass it to a matter, draft the act there, then link it here."),
        ),
    ]


def _discrepancy(row: Discrepancy, check: RecordsCheck) -> tuple[Text, ...]:
    fixed: Text = badge(_("Not yet"), "warning")
    if row.corrected_on:
        fixed = lines(date_text(row.corrected_on), row.proof or "")
    elif row.violation_id and check.matter_id:
        fixed = link(reverse("matters:card", args=[check.matter_id]), _("Violation of a matter"))
    what = lines(row.record_no, f"{row.what} ({row.norm})")
    counts = ("—", "—") if row.fault == Fault.WITHHELD else (str(row.reported), str(row.found))
    return (what, row.get_fault_display(), *counts, fixed)


def _demand(made: CorrectionDemand, check: RecordsCheck) -> tuple[Text, ...]:
    served: Text = badge(_("Not yet"), "warning")
    if made.served_on:
        served = lines(f"{date_text(made.served_on)}, {made.get_served_way_display()}", made.proof_ref or "")
    paper = link(reverse("records:paper", args=[check.id]), made.number_text)
    signed = lines(date_text(made.signed_on), named(made.signer))
    return paper, made.official, signed, served, date_text(made.told_on)


def terms(parts: Gathered, on: date) -> list[TermView]:
    """The terms that ran or run, each with why its day is what it is."""
    return term_views(parts["terms"], parts["term_events"], on, parts.calendar)


def panel(check: RecordsCheck, parts: Gathered, actions: Sequence[Action]) -> Panel:
    """What may be done with the check as it stands."""
    steps = {slug: STEPS[slug] for slug in _slugs(check, parts)}
    primary = DEMAND if check.status == CheckStatus.FOUND else CHECK
    return step_panel(actions, steps, check.id, "records:step", primary=primary)


def _slugs(check: RecordsCheck, parts: Gathered) -> list[str]:
    demand, found = demand_of(check), parts["discrepancies"]
    served = demand is not None and demand.served_on is not None
    unpassed = any(row.violation_id is None for row in found)
    act = check.matter_id is not None
    offered = {
        CheckStatus.BEGUN: {
            "discrepancy": True,
            "delivered": check.asked_on is not None and not (check.served_on or parts["terms"]),
            "came": check.asked_on is not None and check.came_on is None,
            "silent": bool(parts["terms"]) and check.came_on is None and check.silent_on is None,
            "finish": check.asked_on is None or bool(check.came_on or check.silent_on),
            "ask": check.asked_on is None,
        },
        CheckStatus.FOUND: {"demand": True, "violation": unpassed, "act": act, "close": bool(parts["acts"])},
        CheckStatus.DEMANDED: {
            "serve": not served,
            "correct": served,
            "violation": unpassed,
            "act": act,
            "close": bool(parts["acts"]),
        },
        CheckStatus.CLOSED: {},
    }
    return [slug for slug, is_offered in offered[CheckStatus(check.status)].items() if is_offered]
