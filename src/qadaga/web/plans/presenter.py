"""Plans as pages show them."""

from collections.abc import Container, Sequence
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.authority.lists.periods import called
from qadaga.coordination.plans.choices import ConsentStatus, PlanKind
from qadaga.coordination.plans.models import Plan, PlanChange, PlanConsent, PlanItem
from qadaga.coordination.plans.selectors import PlanParts, directions
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, period_text, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.plans.steps import asks, steps_of

CONSENT_TONES: dict[str, Tone] = {"asked": "warning", "agreed": "success", "declined": "danger"}
TONES: dict[str, Tone] = {"draft": "warning", "approved": "info", "closed": "success"}


def plan_badge(plan: Plan, on: date) -> SafeString:
    """Where the plan stands; one with an item whose day has passed is behind."""
    if plan.due_on and plan.due_on < on:
        return badge(_("Behind the plan"), "danger", "alert-triangle")
    return badge(plan.get_status_display(), TONES[plan.status])


def plan_summary(plan: Plan, items: Sequence[PlanItem], on: date) -> KeyValues:
    """Whose plan, for which period, how much is done and behind."""
    done = sum(one.done_on is not None for one in items)
    behind = sum(_late(one, on) for one in items)
    given_up = sum(one.dropped_on is not None for one in items)
    pairs: list[tuple[str, Text]] = [
        (_("Whose plan"), plan.get_kind_display()),
        (_("Office"), plan.office.name_in(language())),
        (_("Period"), f"{called(plan.period, plan.starts_on)}, {period_text(plan.starts_on, plan.ends_on)}"),
        (_("Done"), f"{done} / {len(items) - given_up}"),
        (_("Behind"), badge(str(behind), "danger") if behind else "0"),
    ]
    if plan.person:
        pairs.insert(1, (_("Person"), named(plan.person)))
    if given_up:
        pairs.append((_("Item given up"), str(given_up)))
    if plan.approved_by:
        pairs.append((_("Approved"), f"{named(plan.approved_by)}, {date_text(plan.approved_on)}"))
    return KeyValues(pairs)


def plan_sections(plan: Plan, parts: PlanParts, on: date) -> list[Section]:
    """The measures, what bodies say of a joint plan, what became of the measures."""
    joint = [consents_section(plan, parts)] if plan.kind == PlanKind.JOINT else []
    return [items_section(plan, parts.items, on), *joint, changes_section(parts.changes)]


def items_section(plan: Plan, items: Sequence[PlanItem], on: date) -> Section:
    """The measures."""
    titles = {key: title.get(language()) for key, title in directions(on)}
    rows = [
        (
            str(one.no),
            lines(one.what, titles.get(one.direction, ""), one.norm),
            named(one.executor) if one.executor else one.body.name(language()) if one.body else "—",
            date_text(one.due_on),
            _state(plan, one, on),
        )
        for one in items
    ]
    columns = [_("No."), _("What is to be done"), _("Who carries it out"), _("Until"), _("Status")]
    empty = _("Add the first item under What to do: each stands on a norm.")
    return section("items", _("Items of the plan"), columns, rows, empty, stacks=True)


def _state(plan: Plan, one: PlanItem, on: date) -> Text:
    if one.done_on:
        return lines(badge(_("Done"), "success"), date_text(one.done_on), one.result)
    if one.dropped_on:
        return lines(badge(_("Item given up"), "neutral"), date_text(one.dropped_on))
    if one.body_id and not one.agreed_on:
        if one.declined_on:
            return lines(badge(_("The body declined"), "danger"), date_text(one.declined_on))
        return lines(badge(_("No consent yet"), "warning"), _("Not due for the body until it consents."))
    if plan.status == "approved" and one.due_on < on:
        return badge(_("Behind"), "danger", "alert-triangle")
    return badge(_("Not done yet"), "neutral")


def _late(one: PlanItem, on: date) -> bool:
    waits = one.done_on is None and one.dropped_on is None and not asks(one)
    return waits and one.due_on < on


def consents_section(plan: Plan, parts: PlanParts) -> Section:
    """Which bodies consented, declined or have not been asked, by which proof, since when the plan binds."""
    rows: list[tuple[Text, ...]] = [
        (
            one.body.name(language()),
            lines(date_text(one.asked_on), one.asked_how),
            lines(badge(one.get_status_display(), CONSENT_TONES[one.status]), one.reason),
            lines(date_text(one.answered_on), one.proof) if one.answered_on else "—",
            _since(plan, one),
        )
        for one in parts.consents
    ]
    asked = {one.body_id for one in parts.consents}
    rows += _bound_before(parts, asked)
    rows += [
        (items[0].body.name(language()) if items[0].body else "—", "—", _not_asked(items, asked), "—", "—")
        for items in _unasked(parts)
    ]
    columns = [_("Body"), _("Asked"), _("Answer"), _("Day and proof"), _("In force for it since")]
    empty = _("Add the first item of a body; then ask it for its consent under What to do.")
    return section("consents", _("Consent of the bodies"), columns, rows, empty, stacks=True)


def _bound_before(parts: PlanParts, asked: Container[UUID | None]) -> list[tuple[Text, ...]]:
    """Bodies of plans approved before consents were kept: bound by the approval, no consent on record."""
    bound = {
        one.body_id: (one.body.name(language()), date_text(one.agreed_on))
        for one in parts.items
        if one.body and one.agreed_on and one.body_id not in asked
    }
    said = badge(_("Bound before consents were kept"), "neutral")
    return [(name, "—", said, "—", since) for name, since in bound.values()]


def _not_asked(items: Sequence[PlanItem], asked: Container[UUID | None]) -> Text:
    if items[0].body_id not in asked:
        return badge(_("Consent not asked yet"), "warning")
    numbers = ", ".join(str(one.no) for one in items)
    added = _("Added after it was asked: No. %(numbers)s") % {"numbers": numbers}
    return lines(badge(added, "warning"), _("Ask for its consent anew: its answer does not cover them."))


def _unasked(parts: PlanParts) -> list[list[PlanItem]]:
    """By body the open items that came after it was asked last; all of them where it never was."""
    last: dict[UUID, UUID] = {}
    for one in parts.consents:
        last.setdefault(one.body_id, one.id)
    found: dict[UUID, list[PlanItem]] = {}
    for item in parts.items:
        if item.body_id and asks(item) and (item.body_id not in last or item.id > last[item.body_id]):
            found.setdefault(item.body_id, []).append(item)
    return list(found.values())


def _since(plan: Plan, one: PlanConsent) -> str:
    """The later of two days: of the consent and of the approval."""
    if one.status != ConsentStatus.AGREED or not plan.approved_on or not one.answered_on:
        return "—"
    return date_text(max(plan.approved_on, one.answered_on))


def changes_section(changes: Sequence[PlanChange]) -> Section:
    """What was put off or given up, when, why, by whom."""
    rows: list[tuple[Text, ...]] = [
        (
            date_text(one.on),
            str(one.item)[:200],
            lines(
                one.get_kind_display(),
                f"{date_text(one.before)} → {date_text(one.after)}" if one.after else "",
            ),
            one.reason,
            named(one.by),
        )
        for one in changes
    ]
    columns = [_("When"), _("Item of the plan"), _("What"), _("Why"), _("Who")]
    empty = _("Nothing was put off or given up.")
    return section("changes", _("Put off and given up"), columns, rows, empty, stacks=True)


def plan_panel(plan: Plan, parts: PlanParts, actions: Sequence[Action]) -> Panel:
    """What may be done as the plan stands."""
    return step_panel(actions, steps_of(plan, parts), plan.id, "plans:step")
