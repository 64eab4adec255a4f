"""Public trust, proposals and reviews as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.appeals.trust.figures import Trust
from qadaga.appeals.trust.models import Opinion, Proposal, Review
from qadaga.matters.gather import Gathered
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.names import quarter_name
from qadaga.web.orders.people import named
from qadaga.web.trust.steps import OPEN, STEPS

TONES: dict[str, Tone] = {"made": "warning", "accepted": "info", "refused": "neutral", "done": "success"}
_OPINIONS: dict[str, Tone] = {
    "satisfied": "success",
    "partly": "warning",
    "not": "danger",
    "silent": "neutral",
}


def figures_section(now: Trust, before: Trust) -> Section:
    """The measure of trust, this quarter beside the one before; each figure with where it comes from."""
    answers = _("Register of appeals: answers sent, appeals against them")
    opinions = _("What the registry recorded in the applicants' words")
    rows: list[tuple[Text, ...]] = [
        (_("Answers sent"), str(before.answered), str(now.answered), answers),
        (
            _("Of them challenged"),
            _share(before.challenged, before.challenged_share),
            _share(now.challenged, now.challenged_share),
            answers,
        ),
        (_("Applicants who gave an opinion"), str(before.asked), str(now.asked), opinions),
        (
            _("Of them satisfied"),
            _share(before.satisfied, before.satisfied_share),
            _share(now.satisfied, now.satisfied_share),
            opinions,
        ),
    ]
    columns = [_("Figure"), quarter_name(before.starts_on), quarter_name(now.starts_on), _("Source")]
    return section("figures", _("Trust of people in figures"), columns, rows, "", stacks=True)


def _share(number: int, share: int | None) -> str:
    return str(number) if share is None else f"{number} ({share} %)"


def opinions_section(rows: Sequence[Opinion]) -> Section:
    """What applicants said last."""
    found = [
        (
            link(reverse("appeals:card", args=[row.appeal_id]), row.appeal.number),
            _opinion(row),
            row.words or "—",
            date_text(row.said_on),
        )
        for row in rows
    ]
    columns = [_("Appeal"), _("What the applicant thinks"), _("In the applicant's own words"), _("When")]
    empty = _("The registry records it on the card of an appeal when the answer is handed over.")
    return section("opinions", _("What applicants said"), columns, found, empty, stacks=True)


def proposals_section(rows: Sequence[Proposal]) -> Section:
    """Proposals to decide and to see carried out."""
    found = [
        (
            link(reverse("proposals:card", args=[row.id]), row.title),
            row.get_aim_display(),
            named(row.author),
            badge(row.get_status_display(), TONES[row.status]),
            date_text(row.due_on) if row.due_on else "—",
        )
        for row in rows
    ]
    columns = [_("Proposal"), _("What it betters"), _("Who proposed"), _("Status"), _("Due")]
    empty = _("Everybody who serves or works here may propose how to improve the work.")
    return section("proposals", _("Proposals at work"), columns, found, empty, stacks=True)


def reviews_section(rows: Sequence[Review]) -> Section:
    """The reviews of past quarters, with the figures of their day."""
    found = [
        (
            lines(quarter_name(row.starts_on), f"{named(row.reviewed_by)}, {date_text(row.reviewed_on)}"),
            _("%(challenged)s of %(answered)s") % {"challenged": row.challenged, "answered": row.answered},
            _("%(satisfied)s of %(asked)s") % {"satisfied": row.satisfied, "asked": row.asked},
            row.conclusion,
            row.decision,
        )
        for row in rows
    ]
    columns = [
        *(
            _("Quarter"),
            _("Answers challenged"),
            _("Of them satisfied"),
            _("What it shows"),
            _("What will be done"),
        ),
    ]
    empty = _("The head looks at every quarter once it is over, and says what will be done.")
    return section("reviews", _("Reviews of quarters"), columns, found, empty, stacks=True)


def in_appeal(parts: Gathered) -> Section:
    """What the applicant said of the answer, on the card of the appeal."""
    rows = [
        (
            _opinion(row),
            row.words or "—",
            row.get_source_display(),
            date_text(row.said_on),
            who(parts, row.recorded_by_id),
        )
        for row in parts["opinions"]
    ]
    columns = [_("What the applicant thinks"), _("In the applicant's own words"), _("Source"), _("When")]
    return section("opinion", _("What the applicant said"), [*columns, _("By")], rows, "")


def _opinion(row: Opinion) -> SafeString:
    return badge(row.get_satisfaction_display(), _OPINIONS[row.satisfaction])


def summary(row: Proposal) -> KeyValues:
    """Who proposed what, what was decided, by when, what came of it."""
    pairs: list[tuple[str, Text]] = [
        (_("What it betters"), row.get_aim_display()),
        (_("Who proposed"), f"{named(row.author)}, {date_text(row.made_on)}"),
    ]
    if row.decided_by:
        pairs.append((_("Decided"), f"{named(row.decided_by)}, {date_text(row.decided_on)}"))
    if row.due_on:
        pairs.append((_("To be carried out by"), date_text(row.due_on)))
    if row.done_by:
        pairs.append((_("Carried out"), f"{named(row.done_by)}, {date_text(row.done_on)}"))
    return KeyValues(pairs)


def texts(row: Proposal) -> list[tuple[str, str]]:
    """Why, what was decided, what came of it."""
    said = [
        (_("Why, and what it would give"), row.why),
        (_("What was decided, and why"), row.decision),
        (_("What was done, and what came of it"), row.outcome),
    ]
    return [(head, text) for head, text in said if text]


def proposal_badge(row: Proposal, on: date) -> SafeString:
    """Where the proposal stands; late where its day has passed."""
    if row.status == "accepted" and row.due_on and row.due_on < on:
        return badge(_("Overdue"), "danger", "alert-triangle")
    return badge(row.get_status_display(), TONES[row.status])


def panel(row: Proposal, actions: Sequence[Action]) -> Panel:
    """What may be done as the proposal stands."""
    steps = {slug: STEPS[slug] for slug in OPEN[row.status]}
    return step_panel(actions, steps, row.id, "proposals:step")
