"""What waits for a person today among acts and measures: to agree, to sign, to serve, replies awaited."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from qadaga.acts.choices import ActStatus, MeasureStatus
from qadaga.acts.models import Act, Measure
from qadaga.authority.actor import Actor
from qadaga.matters.selectors.my_day import MOST, may_in_own_office

WAITING = {
    ActStatus.AGREEMENT: "act.agree",
    ActStatus.AGREED: "act.sign",
    ActStatus.SIGNED: "act.serve",
    ActStatus.REPLIED: "act.assess_reply",
}


@dataclass(frozen=True, slots=True)
class ActDay:
    """At most twenty of each sort, the most urgent first."""

    to_agree: list[Act] = field(default_factory=list)
    to_sign: list[Act] = field(default_factory=list)
    to_serve: list[Act] = field(default_factory=list)
    to_assess: list[Act] = field(default_factory=list)
    sent_back: list[Act] = field(default_factory=list)
    awaiting_reply: list[Act] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)


def act_day(actor: Actor, on: date) -> ActDay:
    """What the office's acts wait for this person to do, and the replies this person's own acts wait for."""
    acts = _acts(actor, on)
    mine = [act for act in acts if act.author_id == actor.appointment_id]
    return ActDay(
        to_agree=_in(acts, ActStatus.AGREEMENT, actor, on),
        to_sign=_in(acts, ActStatus.AGREED, actor, on),
        to_serve=_in(acts, ActStatus.SIGNED, actor, on),
        to_assess=[act for act in mine if act.status == ActStatus.REPLIED][:MOST],
        sent_back=[act for act in mine if act.status == ActStatus.DRAFT][:MOST],
        awaiting_reply=[act for act in mine if act.status == ActStatus.SERVED][:MOST],
        measures=_measures(actor),
    )


def _acts(actor: Actor, on: date) -> list[Act]:
    office = [status for status in WAITING if _may(actor, status, on)]
    own = (ActStatus.DRAFT, ActStatus.SERVED, ActStatus.REPLIED)
    wanted = Q(office=actor.office_id, status__in=office) | Q(author=actor.appointment_id, status__in=own)
    rows = Act.objects.filter(wanted).select_related("matter", "addressee", "author__person")
    return list(rows.order_by("due_on", "id")[: 6 * MOST])


def _may(actor: Actor, status: ActStatus, on: date) -> bool:
    return may_in_own_office(actor, WAITING[status], on, kind="act", status=status)


def _in(acts: list[Act], status: ActStatus, actor: Actor, on: date) -> list[Act]:
    if not _may(actor, status, on):
        return []
    return [act for act in acts if act.status == status][:MOST]


def _measures(actor: Actor) -> list[Measure]:
    rows = Measure.objects.filter(
        issued_by=actor.appointment_id, status__in=(MeasureStatus.ISSUED, MeasureStatus.SERVED)
    )
    return list(rows.select_related("matter", "addressee").order_by("due_on", "id")[:MOST])
