"""Sessions as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.common import clock
from qadaga.coordination.choices import ItemStatus, Organ, Role
from qadaga.coordination.models import AgendaItem, Decision, Participant, Session
from qadaga.coordination.quorum import figures
from qadaga.coordination.selectors import SessionParts
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link, moment_text
from qadaga.web.coordination.attending import people_section
from qadaga.web.coordination.steps import power_of, session_steps
from qadaga.web.law.conditions import status_flag
from qadaga.web.names import language
from qadaga.web.orders.people import named

SESSION_TONES: dict[str, Tone] = {
    "planned": "info",
    "called": "warning",
    "held": "info",
    "closed": "success",
    "cancelled": "neutral",
}
DECISION_TONES: dict[str, Tone] = {"draft": "neutral", "opened": "info", "closed": "success"}
ITEM_TONES: dict[str, Tone] = {"proposed": "warning", "admitted": "success", "declined": "neutral"}
# Which steps stand open in which status, the expected one first.
OPEN = {
    "planned": ("propose", "admit", "decline", "official", "guest", "tell", "call", "replan", "call-off"),
    "called": (
        *(
            "tell",
            "official",
            "guest",
            "attendance",
            "absence",
            "follow-up",
            "hear",
            "decide",
            "sign",
            "replan",
            "call-off",
        ),
    ),
    "held": ("order", "act", "follow-up"),
    "closed": ("order", "act", "follow-up"),
    "cancelled": (),
}
EXPECTED = {"planned": "admit", "called": "decide", "held": "collegium.carry_out"}


def session_badge(session: Session, on: date) -> SafeString:
    """Where the session stands; a decision whose day has passed is behind."""
    if session.due_on and session.due_on < on:
        return badge(_("A decision is behind"), "danger", "alert-triangle")
    return badge(session.get_status_display(), SESSION_TONES[session.status])


def session_summary(session: Session, parts: SessionParts) -> KeyValues:
    """Whose session, when, where, by which rules, how many were there, the minutes."""
    pairs: list[tuple[str, Text]] = [
        (_("Whose session"), session.get_organ_display()),
        (_("Office"), session.office.name_in(language())),
        (_("Day and hour"), moment_text(session.starts_at)),
        (_("Venue"), session.place),
    ]
    if session.organ == Organ.COLLEGIUM:
        pairs.append((_("Rules of collegia"), _rules(session)))
    members = [one for one in parts.people if one.role == Role.MEMBER]
    if members:
        pairs.append((_("Quorum"), _quorum(members)))
    if session.number_text and session.signer:
        paper = link(reverse("sessions:paper", args=[session.id]), session.number_text)
        pairs.append((_("Minutes"), paper))
        pairs.append((_("Who signed"), f"{named(session.signer)}, {moment_text(session.signed_at)}"))
    return KeyValues(pairs)


def _rules(session: Session) -> Text:
    if session.rules is None:
        return badge(_("The Prosecutor General has not set them yet"), "warning")
    order = session.rules.order
    return link(reverse("orders:card", args=[order.id]), str(order))


def _quorum(members: Sequence[Participant]) -> SafeString:
    there, needed = sum(bool(one.present) for one in members), figures().needed(len(members))
    said = _("%(there)s of %(all)s, %(needed)s needed") % {
        "there": there,
        "all": len(members),
        "needed": needed,
    }
    return format_html("{} {}", said, status_flag(figures().status))


def session_texts(session: Session) -> list[tuple[str, str]]:
    """Why it was called off."""
    return [(_("Why it was called off"), session.cancel_reason)] if session.cancel_reason else []


def session_sections(session: Session, parts: SessionParts, on: date) -> list[Section]:
    """Agenda, people, decisions and acts."""
    found = [_agenda(parts.items), people_section(parts), _decisions(parts.decisions, on)]
    return [*found, _acts(parts)] if session.organ == Organ.COLLEGIUM else found


def _agenda(items: Sequence[AgendaItem]) -> Section:
    rows = [
        (
            str(item.no),
            lines(item.topic, badge(_("About a violation of law"), "danger") if item.violation else ""),
            lines(item.reporter, _("Proposed by %(who)s") % {"who": item.proposed_by.person.short_name}),
            lines(badge(item.get_status_display(), ITEM_TONES[item.status]), item.reason),
            item.heard,
        )
        for item in items
    ]
    columns = [_("No."), _("Item of the agenda"), _("Who reports"), _("Status"), _("What was heard")]
    empty = _("An officer proposes the first item under What to do; the head admits it.")
    return section("agenda", _("Agenda"), columns, rows, empty, stacks=True)


def executor(decision: Decision) -> str:
    """Who carries the decision out."""
    if decision.body is not None:
        return decision.body.name(language())
    return named(decision.executor) if decision.executor else "—"


def decision_badge(decision: Decision, on: date) -> SafeString:
    """Under control, done in part, behind or carried out."""
    if decision.status == "opened" and decision.due_on < on:
        return badge(_("Behind"), "danger", "alert-triangle")
    if decision.status == "opened" and decision.partly_on:
        return badge(_("Done in part"), "warning")
    return badge(decision.get_status_display(), DECISION_TONES[decision.status])


def _decisions(decisions: Sequence[Decision], on: date) -> Section:
    rows = [
        (
            link(reverse("decisions:card", args=[one.id]), str(one.no)),
            one.text,
            executor(one),
            date_text(one.due_on),
            lines(decision_badge(one, on), _order(one)),
        )
        for one in decisions
    ]
    columns = [_("No."), _("What was decided"), _("Who carries it out"), _("Until"), _("Status")]
    empty = _("Decisions are written into the minutes once the session is called.")
    return section("decisions", _("Decisions"), columns, rows, empty, stacks=True)


def _order(decision: Decision) -> Text:
    if decision.order is None:
        return ""
    return link(reverse("orders:card", args=[decision.order.id]), str(decision.order))


def _acts(parts: SessionParts) -> Section:
    rows = [
        (
            link(reverse("acts:card", args=[one.act.id]), str(one.act)),
            str(one.item),
            one.norm,
            date_text(one.on),
        )
        for one in parts.acts
    ]
    columns = [_("Act"), _("Item of the agenda"), _("Norm violated"), _("Noted")]
    empty = _("Acts of supervision on violations that the session found are noted after the minutes.")
    return section("acts", _("Acts on violations"), columns, rows, empty)


def session_panel(session: Session, parts: SessionParts, actions: Sequence[Action]) -> Panel:
    """What may be done as the session stands."""
    slugs = tuple(slug for slug in OPEN[session.status] if _useful(slug, parts))
    expected = power_of(session, EXPECTED.get(session.status, ""))
    return step_panel(actions, session_steps(session, slugs), session.id, "sessions:step", primary=expected)


def _useful(slug: str, parts: SessionParts) -> bool:
    """Whether there is anything to do the step with."""
    statuses = {item.status for item in parts.items}
    about = {
        "admit": ItemStatus.PROPOSED in statuses,
        "decline": ItemStatus.PROPOSED in statuses,
        "call": ItemStatus.ADMITTED in statuses and ItemStatus.PROPOSED not in statuses,
        "official": any(one.violation and one.status != ItemStatus.DECLINED for one in parts.items),
        "tell": bool(parts.people),
        "order": any(one.order_id is None for one in parts.decisions),
        "act": any(one.violation for one in parts.items),
        "absence": any(one.present is False for one in parts.people),
        "follow-up": any(one.excused is False for one in parts.people),
    }
    return about.get(slug, True)


def hour(session: Session) -> str:
    """The day and hour as a subtitle."""
    return clock.local(session.starts_at).strftime("%d.%m.%Y %H:%M")
