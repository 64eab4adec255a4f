"""Legal acts and the review queue as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.selectors.actions import Action
from qadaga.supervision.legality.choices import Brought, LegalActStatus
from qadaga.supervision.legality.models import LegalAct
from qadaga.supervision.legality.selectors import MOST, ActParts, Queue
from qadaga.supervision.legality.services import silent
from qadaga.supervision.legality.subject import ASSESS, FOLLOW, GIVE, PASS_UP, PROTEST, belongs_above
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, addresses, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.legality.steps import ACT_STEPS
from qadaga.web.names import language
from qadaga.web.orders.people import named

TONES: dict[str, Tone] = {
    "registered": "info",
    "review": "info",
    "conforms": "success",
    "contrary": "danger",
    "to_protest": "warning",
    "protested": "warning",
    "kept": "danger",
    "in_court": "warning",
    "cancelled": "success",
    "changed": "success",
    "stands": "neutral",
}
# Which steps stand open in which status, and the power expected next.
OPEN: dict[str, tuple[str, ...]] = {
    "registered": ("give", "edition", "correct", "pass-up"),
    "review": ("check", "find", "conclude", "give", "edition"),
    "conforms": ("give", "edition"),
    "contrary": ("protest", "represent", "give", "edition", "pass-up"),
    "to_protest": ("draft", "edition"),
    "protested": ("follow", "remind", "edition"),
    "kept": ("follow", "edition"),
    "in_court": ("follow", "edition"),
    "changed": ("give", "edition"),
    "stands": ("edition",),
    "cancelled": (),
}
NEXT = {"registered": GIVE, "review": ASSESS, "contrary": PROTEST, "to_protest": ASSESS, "protested": FOLLOW}
_OWN_VIEW = {"kept": FOLLOW, "in_court": FOLLOW, "changed": GIVE, "conforms": GIVE}


def act_badge(row: LegalAct, on: date) -> SafeString:
    """Where the act stands; a silent body and a late review are told at once."""
    if row.protest is not None and silent(row.protest, on):
        return badge(_("The body is silent"), "danger", "alert-triangle")
    if row.due_on is not None and row.due_on < on:
        late = _("The review is late") if row.status == LegalActStatus.REVIEW else _("The answer is late")
        return badge(late, "danger", "alert-triangle")
    return badge(row.get_status_display(), TONES[row.status])


def act_summary(row: LegalAct, on: date) -> KeyValues:
    """Whose act, of which kind, who holds it, the matter and the protest with the body's term."""
    pairs: list[tuple[str, Text]] = [
        (_("Whose act"), row.body.name(language())),
        (_("Issuer"), row.get_issuer_display()),
        (_("Kind"), row.get_nature_display()),
        (_("Adopted on"), date_text(row.adopted_on)),
        (_("How it came to the office"), row.get_source_display()),
        (_("Entered"), f"{date_text(row.entered_on)}, {named(row.entered_by)}"),
        (_("Office"), row.holder.name_in(language())),
    ]
    if row.passed_on:
        passed = f"{row.office.name_in(language())}, {date_text(row.passed_on)}"
        pairs.append((_("Passed up by"), passed))
    if row.reviewer is not None:
        pairs.append((_("Reviewer"), named(row.reviewer)))
    if row.due_on:
        label = _("Review by") if row.status == LegalActStatus.REVIEW else _("Answer it by")
        pairs.append((label, date_text(row.due_on)))
    if row.matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[row.matter.id]), str(row.matter))))
    if row.answer:
        pairs.append((_("Answered by"), row.get_answer_display()))
    return KeyValues([*pairs, *_protest(row, on)])


def _protest(row: LegalAct, on: date) -> list[tuple[str, Text]]:
    act = row.protest
    if act is None:
        return []
    address = reverse("acts:card", args=[act.id])
    pairs: list[tuple[str, Text]] = [
        (
            row.get_answer_display() or _("Act brought"),
            lines(link(address, str(act)), badge(act.get_status_display(), "info")),
        )
    ]
    if act.due_on:
        late = badge(_("The body is silent"), "danger") if silent(act, on) else ""
        pairs.append((_("The body answers by"), lines(date_text(act.due_on), late)))
    against = row.answer == Brought.PROTEST
    if against and row.status == LegalActStatus.PROTESTED and act.signed_on and act.signer_id:
        pairs.append(
            (
                _("Suspension"),
                link(reverse("acts:step", args=[act.id, "suspend-effect"]), _("Suspend the act")),
            )
        )
    return pairs


def act_texts(row: LegalAct, parts: ActParts) -> list[tuple[str, str]]:
    """What it is about, and the conclusions of its reviews."""
    done = [one for one in parts.reviews if one.conclusion]
    return [
        (_("What it is about"), row.title),
        *((f"{one.get_kind_display()}, {date_text(one.done_on)}", one.conclusion or "") for one in done),
    ]


def act_sections(row: LegalAct, parts: ActParts) -> list[Section]:
    """Norms it contradicts, the check list, reviews, editions, suspensions, what became of it."""
    found = [
        section(
            "contradictions",
            _("Norms it contradicts"),
            [_("Part of the act"), _("Norm violated"), _("How it contradicts"), _("Point")],
            [(one.part, one.norm, one.what, one.get_point_display()) for one in parts.contradictions],
            _("What the reviewer finds stands here, one norm a line."),
            stacks=True,
        ),
        _check_list(parts),
        _reviews(parts),
        _editions(row, parts),
    ]
    return [*found, _course(row, parts)] if row.protest_id or parts.fates else found


def _check_list(parts: ActParts) -> Section:
    tones: dict[str, Tone] = {"kept": "success", "violated": "danger", "not_called_for": "neutral"}
    last = parts.reviews[0].id if parts.reviews else None
    rows = [
        (one.get_point_display(), badge(one.get_answer_display(), tones[one.answer]))
        for one in parts.checked
        if one.review_id == last
    ]
    columns = [_("Point"), _("Answer")]
    return section("checklist", _("Check list"), columns, rows, _("Answered by the reviewer."))


def _reviews(parts: ActParts) -> Section:
    rows = [
        (
            one.get_kind_display(),
            named(one.reviewer),
            date_text(one.given_on),
            date_text(one.due_on),
            lines(date_text(one.done_on), one.get_verdict_display() or "") if one.done_on else "—",
        )
        for one in parts.reviews
    ]
    columns = [_("Which review"), _("Officer"), _("Given on"), _("Review by"), _("Concluded")]
    empty = _("The leadership gives the act to an officer under What to do.")
    return section("reviews", _("Reviews"), columns, rows, empty, stacks=True)


def _editions(row: LegalAct, parts: ActParts) -> Section:
    rows = [
        (
            link(reverse("legal_acts:edition", args=[row.id, one.id]), date_text(one.starts_on)),
            one.basis or _("The act as adopted"),
            _("A file") if one.file_id else _("Text"),
        )
        for one in parts.editions
    ]
    columns = [_("In force from"), _("What changed it"), _("Text of the act")]
    return section("editions", _("Editions"), columns, rows, _("The first edition is entered with the act."))


def _course(row: LegalAct, parts: ActParts) -> Section:
    rows: list[tuple[Text, ...]] = [
        (date_text(one.on), badge(one.get_kind_display(), "info"), lines(one.paper, one.note))
        for one in parts.fates
    ]
    rows += [
        (date_text(one.on), _("The body was reminded"), lines(one.get_way_display(), one.reference))
        for one in parts.reminders
    ]
    rows += [
        (
            f"{date_text(one.starts_on)} – {date_text(one.ends_on)}",
            badge(f"{_('Suspended')}: {one.get_scope_display()}", "warning"),
            one.part or "—",
        )
        for one in parts.suspensions
    ]
    columns = [_("Day"), _("What became of it"), _("By which paper")]
    empty = _("What the body or the court does with the act is recorded under What to do.")
    return section("fate", _("Fate of the act"), columns, rows, empty)


def act_panel(row: LegalAct, actions: Sequence[Action], on: date) -> Panel:
    """What may be done with the act as it stands."""
    slugs = set(OPEN[row.status])
    if not belongs_above(row):
        slugs.discard("pass-up")
        actions = [one for one in actions if one.power != PASS_UP]
    if row.protest is None or not silent(row.protest, on):
        slugs.discard("remind")
    steps = {slug: step for slug, step in ACT_STEPS.items() if slug in slugs}
    primary = NEXT.get(row.status) or _OWN_VIEW.get(row.status, "")
    return step_panel(actions, steps, row.id, "legal_acts:step", primary=primary)


def queue_sections(queue: Queue, on: date) -> list[Section]:
    """What waits: to be given, under review, contrary, silent bodies."""
    return [
        _queued("silent", _("The body is silent"), queue.silent, on, _("No body is behind its term.")),
        _queued("waiting", _("Wait for review"), queue.waiting, on, _("Every act was given for review.")),
        _queued("review", _("Under review"), queue.reviewed, on, _("No review is under way.")),
        _queued("contrary", _("Contrary, not protested yet"), queue.contrary, on, _("None.")),
    ]


def _queued(key: str, title: str, rows: Sequence[LegalAct], on: date, empty: str) -> Section:
    if len(rows) > MOST:
        part = _("%(part)s: the first %(most)s, the others are in the register of legal acts")
        title = part % {"part": title, "most": MOST}
    columns = [_("Act"), _("What it is about"), _("Officer"), _("Term"), _("Status")]
    address = addresses("legal_acts:card")
    shown = [
        (
            lines(link(address(row.id), str(row)), row.body.name(language())),
            row.title,
            named(row.reviewer) if row.reviewer else "—",
            date_text(row.due_on or (row.protest.due_on if row.protest else None)),
            act_badge(row, on),
        )
        for row in rows[:MOST]
    ]
    return section(key, title, columns, shown, empty)
