"""Reading councils, sessions and decisions: the viewer's scope first, a card in few questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from qadaga import authority
from qadaga.acts.models import Act
from qadaga.authority.actor import Actor
from qadaga.authority.scope import NATION, get_or_404, scope_of
from qadaga.coordination import reach
from qadaga.coordination.choices import CARRY_OUT, POWERS, PROPOSE, RESPOND, CouncilStatus, Organ
from qadaga.coordination.models import (
    AbsenceMeasure,
    AgendaItem,
    Council,
    CouncilMember,
    Decision,
    DecisionReport,
    DecisionTerm,
    Participant,
    Session,
    SessionAct,
)
from qadaga.coordination.subject import (
    COUNCIL,
    DECISION,
    SESSION,
    council_subject,
    decision_subject,
    organ_subject,
    session_subject,
)
from qadaga.database.together import together
from qadaga.law.model import Ruling
from qadaga.matters.selectors.actions import Action, judged
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.collegia.selectors import may_have


@dataclass(frozen=True, slots=True)
class SessionParts:
    """What hangs on the card of a session."""

    items: Sequence[AgendaItem]
    people: Sequence[Participant]
    decisions: Sequence[Decision]
    acts: Sequence[SessionAct]
    measures: Sequence[AbsenceMeasure]


def read_session(actor: Actor, on: date, pk: Any) -> Session:
    """The session with its office and the rules it sits by; NotFound outside the scope."""
    rows = Session.objects.select_related(
        "office__parent", "rules__order", "signer__person", "signer__office", "pdf"
    )
    return get_or_404(rows, scope_of(actor, on), pk)


def session_parts(session: Session) -> SessionParts:
    """Agenda, people, decisions and acts of the session, what absences led to. One query."""
    found = together(
        items=session.items.select_related("proposed_by__person").order_by("no"),
        people=session.people.select_related("body", "item").order_by("role", "id"),
        decisions=session.decisions.select_related(
            "executor__person", "executor__office", "body", "order", "item"
        ).order_by("no"),
        acts=session.acts.select_related("act", "item").order_by("id"),
        measures=AbsenceMeasure.objects.filter(participant__session=session)
        .select_related("body", "invitation__session")
        .order_by("id"),
    )
    return SessionParts(**found)


def session_powers(session: Session) -> tuple[str, ...]:
    """The powers that are used on a session of its organ, each once, in the order of the work."""
    powers = POWERS[Organ(session.organ)]
    after = (CARRY_OUT, RESPOND) if session.organ == Organ.COLLEGIUM else ()
    return tuple(dict.fromkeys((PROPOSE, powers.admit, powers.official, powers.call, powers.decide, *after)))


def session_actions(session: Session, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the session."""
    return judged(SESSION, session_powers(session), session_subject(session, actor, on), actor, on)


def read_decision(actor: Actor, on: date, pk: Any) -> Decision:
    """The decision with its session and who carries it out; NotFound outside the scope.

    Whoever carries it out reads it from any office.
    """
    rows = Decision.objects.select_related(
        *("session__office__parent", "session__signer__person", "session__signer__office"),
        *("item", "body", "executor__person", "executor__office", "order"),
    )
    return get_or_404(reach.decisions(rows, actor, on), NATION, pk)


def decision_parts(decision: Decision) -> tuple[Sequence[DecisionReport], Sequence[DecisionTerm]]:
    """What was reported, the newest first, and how the term went, the first day first. One query."""
    found = together(
        reports=decision.reports.select_related("by__person", "by__office").order_by("-id"),
        terms=decision.terms.select_related("by__person", "by__office", "sitting").order_by("id"),
    )
    return found["reports"], found["terms"]


def decision_actions(decision: Decision, actor: Actor, on: date) -> list[Action]:
    """The rulings on its control and on its term."""
    powers = POWERS[Organ(decision.session.organ)]
    subject = decision_subject(decision, actor, on)
    return judged(DECISION, (powers.control, powers.postpone), subject, actor, on)


def read_council(actor: Actor, on: date, pk: Any) -> Council:
    """The council with its office; NotFound outside the scope."""
    return get_or_404(Council.objects.select_related("office__parent"), scope_of(actor, on), pk)


def members_of(council: Council) -> list[CouncilMember]:
    """Everybody who has sat in the council, those who sit now first."""
    rows = council.members.select_related("body")
    return sorted(rows, key=lambda one: (one.until is not None, one.body.sort_key))


def council_actions(council: Council, actor: Actor, on: date) -> list[Action]:
    """The ruling on its composition."""
    return judged(COUNCIL, ("coordination.form",), council_subject(council, actor, on), actor, on)


def councils(actor: Actor, on: date) -> list[Council]:
    """The councils of the scope, those at work first: one an office and those before it."""
    rows = scope_of(actor, on).visible(Council.objects.select_related("office"))
    return list(rows.order_by("-status", "office__level", "office__code", "-formed_on")[:1000])


def own_organs(office: Office, on: date) -> list[str]:
    """Of which organs the office may set a session: the law and what it has formed."""
    organs = [Organ.COLLEGIUM.value] if may_have(office.kind, on) else []
    if Council.objects.filter(office=office, status=CouncilStatus.OPEN).exists():
        organs.append(Organ.COUNCIL.value)
    return organs


def may_plan(actor: Actor, organ: str, office: Office, on: date) -> Ruling:
    """The ruling on setting a session of the organ."""
    subject = organ_subject(office, organ, actor, on)
    return authority.may(actor, POWERS[Organ(organ)].call, subject, on=on)


def may_set(actor: Actor, on: date) -> Ruling:
    """The ruling on setting a session of the own office: of its first organ, or of a council yet to come."""
    office = office_by_id(actor.office_id)
    return may_plan(actor, (own_organs(office, on) or [Organ.COUNCIL.value])[0], office, on)


def acts_to_note(session: Session, actor: Actor, on: date) -> list[Act]:
    """Acts of the office that may answer what the session found, the newest first."""
    rows = scope_of(actor, on).listed(Act.objects.filter(office=session.office_id), "act")
    return list(rows.exclude(id__in=session.acts.values("act")).order_by("-drafted_on", "-id")[:50])


def bodies_of(session: Session) -> Q:
    """The bodies that sit in the session or were invited to it, as a condition on bodies."""
    return Q(id__in=Participant.objects.filter(session=session, body__isnull=False).values("body"))
