"""Reading writs and bailiffs: the viewer's scope first; every look at a writ's parties is journalled."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from qadaga import authority
from qadaga.acts.models import Act
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.journal.reads import record_reads
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Matter, Recovery, Term, TermEvent
from qadaga.matters.of_direction import AT_WORK, matters_at_work
from qadaga.matters.selectors.actions import Action, judged
from qadaga.matters.subject import asked, marks, remember
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of
from qadaga.supervision.enforcement.choices import DIRECTION, BailiffKind
from qadaga.supervision.enforcement.models import Bailiff, Check, CheckProlongation, Recovered, Writ
from qadaga.supervision.enforcement.subject import (
    ASK_LONGER,
    ASSIGN,
    BAILIFF,
    CHECK,
    KEEP,
    PROLONG,
    WITHDRAW,
    WRIT,
    bailiff_subject,
    writ_subject,
)

WRIT_POWERS = (CHECK, ASK_LONGER, PROLONG, WITHDRAW, ASSIGN, KEEP)
_OWN = "t.writ_id = %(id)s"
_TERM = "t.subject_kind = 'enforcement_case' AND t.subject_id = %(id)s"
_PARTS = (
    Part("checks", Check, _OWN, ("begun_by_id", "finished_by_id")),
    Part(
        "prolongations",
        CheckProlongation,
        "t.of_id IN (SELECT c.id FROM enforcement_check c WHERE c.writ_id = %(id)s)",
        ("asked_by_id", "decided_by_id"),
    ),
    Part("terms", Term, _TERM),
    Part(
        "term_events",
        TermEvent,
        f"t.term_id IN (SELECT t.id FROM matters_term t WHERE {_TERM})",  # noqa: S608 - constants of ours
    ),
    Part("recovered", Recovered, _OWN),
    Part(
        "recoveries",
        Recovery,
        f"t.id IN (SELECT t.recovery_id FROM enforcement_recovered t WHERE {_OWN})",  # noqa: S608 - constants of ours
    ),
)
_RELATED = (
    *("office__parent", "bailiff__body", "officer__person", "officer__office", "matter__holder"),
    *("transfer__from_bailiff", "transfer__to_bailiff", "transfer__pdf", "transfer__signer__person"),
    *("transfer__signer__office",),
)


@implements("O.8.d5", "L.3.5")
def read_writ(actor: Actor, on: date, pk: Any) -> Writ:
    """The writ with its bailiff and transfer. NotFound outside the scope, NotPermitted for whom its matter
    complains of; the reading is journalled. One query.
    """
    scope = scope_of(actor, on)
    writ = read_one(Writ, _RELATED, scope, pk, facts=marks("t0.matter_id"), values=asked(actor, on))
    if writ.matter is not None:
        remember(writ.matter, writ, actor, on)
    authority.admit(actor, "card.read", writ_subject(writ, actor, on), on=on)
    record_reads(
        office_id=writ.office_id, subjects=[("enforcement_case", writ.id)], by=actor.journal(), on=on
    )
    return writ


def writ_parts(writ: Writ) -> Gathered:
    """Its checks with their terms, and the money that came of acts. One query."""
    return gather(_PARTS, writ.id)


def writ_actions(writ: Writ, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the writ."""
    return judged(WRIT, WRIT_POWERS, writ_subject(writ, actor, on), actor, on)


def read_bailiff(actor: Actor, on: date, pk: Any) -> Bailiff:
    """The bailiff; NotFound outside the scope. One query."""
    return read_one(Bailiff, ("office__parent", "body"), scope_of(actor, on), pk)


def bailiff_actions(bailiff: Bailiff, actor: Actor, on: date) -> list[Action]:
    """The ruling on keeping the entry."""
    return judged(BAILIFF, (KEEP,), bailiff_subject(bailiff, actor, on), actor, on)


def writs_of(bailiff: Bailiff, actor: Actor, on: date) -> list[Writ]:
    """The newest writs with the bailiff, of the actor's scope; none kept from the actor."""
    rows = scope_of(actor, on).visible(Writ.objects.filter(bailiff=bailiff))
    kept = barred.without(rows, actor.person_id, "enforcement_case")
    return list(kept.order_by("-registered_on", "-id")[:20])


def bailiffs_for(office_id: UUID, region_id: UUID, kind: str = "") -> list[Bailiff]:
    """The working bailiffs of the office and its region, by name; of that kind, if one is named."""
    rows = Bailiff.objects.filter(Q(office=office_id) | Q(region=region_id), status="working")
    return list((rows.filter(kind=kind) if kind else rows).order_by("name")[:500])


def state_bailiffs(writ: Writ) -> list[Bailiff]:
    """To whom the writ may be handed over."""
    return bailiffs_for(writ.office_id, writ.region_id, BailiffKind.STATE)


def matters_for(office_id: UUID, reader: Actor) -> list[Matter]:
    """Matters of the direction that the office works on; none that complains of the reader."""
    return matters_at_work(office_id, DIRECTION, reader)


def acts_for(writ: Writ, reader: Actor) -> list[Act]:
    """Signed acts of those matters, the newest first: what a recovered sum may have come of."""
    rows = Act.objects.filter(
        matter__holder=writ.office_id,
        matter__direction=DIRECTION,
        matter__status__in=AT_WORK,
        signed_on__isnull=False,
    )
    return list(barred.without(rows, reader.person_id, "matter", "matter").order_by("-signed_on", "-id")[:50])


def officers(office_id: UUID, on: date) -> list[Appointment]:
    """Whom a writ may be given to."""
    return [held for held in people_of(office_id, on) if held.officer]


def spheres() -> list[tuple[str, Any]]:
    """The spheres of specialised offices, by id with their titles."""
    return [(sphere.id, sphere.title) for sphere in catalogue.load().spheres.values()]
