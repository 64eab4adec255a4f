"""From a contrary act to the act that answers it, a protest or a representation, followed to its end."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.acts import services as acts
from qadaga.acts.choices import ActStatus
from qadaga.acts.models import Act
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.matters import services as matters
from qadaga.matters.choices import MatterKind, MatterStatus
from qadaga.matters.dates import choice, within
from qadaga.matters.delivery import reminded
from qadaga.matters.models import Matter
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.legality.choices import DIRECTION, Brought, FateKind, Issuer, LegalActStatus
from qadaga.supervision.legality.models import Contradiction, Fate, LegalAct, Reminder
from qadaga.supervision.legality.services import base
from qadaga.supervision.legality.subject import ASSESS, FOLLOW, PROTEST, REPRESENT

DECIDED_BY: dict[str, str] = {Brought.PROTEST: PROTEST, Brought.REPRESENTATION: REPRESENT}
AT_WORK = (MatterStatus.ASSIGNED, MatterStatus.IN_WORK)
TWICE = {
    "legalreminder_day_once": FieldError("on", "taken", N_("The body was reminded on this day already."))
}
# What the protest must have come to before each fate is recorded.
SERVED = ("served", "replied", "satisfied", "partly", "refused", "removed", "escalated")
COURT = ("in_court", "granted", "granted_part", "dismissed", "unheard")
NEEDS = {
    FateKind.CANCELLED: (*SERVED, *COURT),
    FateKind.CHANGED: (*SERVED, *COURT),
    FateKind.KEPT: ("refused", "partly", "escalated", *COURT),
    FateKind.IN_COURT: COURT,
    FateKind.STANDS: ("dismissed",),
    FateKind.WITHDRAWN: ("withdrawn",),
}
LEADS_TO = {FateKind.WITHDRAWN: LegalActStatus.CONTRARY}
SETTLES = (FateKind.CANCELLED, FateKind.CHANGED, FateKind.STANDS)


def in_use(answer: str) -> str:
    """The kind of act, one that the catalogue has in use. Raises InvalidInput on `answer` otherwise."""
    kind = choice("answer", answer, Brought.values)
    if not load().act_kinds[kind].active or kind not in DECIDED_BY:
        raise InvalidInput.of(
            "answer",
            "not_in_use",
            N_("This kind of act is in use no longer. Answer by a protest or a representation."),
        )
    return kind


def kinds_in_use() -> list[Brought]:
    """By which kinds of act a contrary act may be answered."""
    return [kind for kind in Brought if kind in DECIDED_BY and load().act_kinds[kind].active]


@dataclass(frozen=True, slots=True)
class Became:
    """What became of the act: when, by which paper of the body or the court."""

    kind: str
    on: date
    paper: str
    note: str = ""


@implements("L.1.12", "L.3.1")
@transaction.atomic
def decide(
    *,
    act_id: UUID,
    version: int,
    matter_id: UUID | None,
    by: Actor,
    on: date,
    answer: str = Brought.PROTEST,
) -> LegalAct:
    """Decide by which act a contrary one is answered: in an open matter of the direction, or a new one.

    A new matter is opened on the office's own initiative and given to the reviewer. Raises NotPermitted:
    only the head or the replacement decides; the Government's acts and laws are for the first level (L.1.12).
    """
    answer = in_use(answer)
    step = base.begin(act_id, DECIDED_BY[answer], version=version, by=by, on=on)
    row = step.row
    if row.status != LegalActStatus.CONTRARY:
        step.save()  # the table refuses, and says at which stage a protest is decided
    with journal.gathered():
        matter = _chosen(row, matter_id) if matter_id else _opened(row, by, on)
        step.save(matter=matter, answer=answer)
        step.journal(matter=matter.id, answer=answer)
    return row


@implements("L.1.12", "L.3.1", "O.8.d3", "O.6.2")
@transaction.atomic
def draft_protest(*, act_id: UUID, version: int, heading: str, language: str, by: Actor, on: date) -> Act:
    """Begin the act decided on, in the legal act's matter: each norm found becomes a violation there.

    A representation names the legal act in its heading and suspends nothing (O.8.d3). From here the acts
    carry it: agreement, the head's signature, suspension of what is protested (O.8.8), service, reply, court.
    """
    step = base.begin(act_id, ASSESS, version=version, by=by, on=on)
    row = step.row
    if row.status != LegalActStatus.TO_PROTEST or row.matter is None:
        raise Conflict("not_decided", N_("The head has not decided yet by which act this one is answered."))
    heading = text("heading", heading, 300, multiline=False)
    with journal.gathered():
        violations = [_violation(row, found, by, on) for found in _contradictions(row)]
        made = acts.draft(
            matter_id=row.matter.id, draft=_draft(row, heading, language, violations), by=by, on=on
        )
        # What was found are violations now, each with its own term until the act is signed.
        base.answered(row, on, by)
        step.save(to=LegalActStatus.PROTESTED, protest=made, due_on=None)
        step.journal(protest=made.id, kind=row.answer, violations=violations)
    return made


@implements("L.3.1", "L.1.3")
@transaction.atomic
def follow(*, act_id: UUID, version: int, became: Became, by: Actor, on: date) -> Fate:
    """Record what became of the act. Raises Conflict where the protest has not come so far."""
    step = base.begin(act_id, FOLLOW, version=version, by=by, on=on)
    row, kind = step.row, FateKind(choice("kind", became.kind, FateKind.values))
    protest = _protest(row)
    if protest.status not in NEEDS[kind]:
        raise Conflict(
            "protest_not_so_far",
            N_("The act brought stands at “%(now)s”: that comes first. Go on with that act itself."),
            now=ActStatus(protest.status).label,
        )
    fate = Fate(legal_act=row, protest=protest, kind=kind, recorded_on=on, by_id=by.appointment_id)
    fate.on = within("on", became.on, earliest=protest.served_on or protest.drafted_on, latest=on)
    fate.paper = text("paper", became.paper, 300, multiline=False)
    fate.note = text("note", became.note, 4000, required=False)
    to = LEADS_TO.get(kind, kind)
    _refuse_move(row, to)
    fate.save(force_insert=True)
    step.save(to=to, **_after(row, kind, fate, by, on))
    step.journal(fate=fate.id, kind=kind, on=fate.on)
    return fate


@implements("L.3.1", "O.8.d3")
@transaction.atomic
def remind(*, act_id: UUID, version: int, way: str, reference: str, by: Actor, on: date) -> Reminder:
    """Record that a body which let the term of the protest pass in silence was reminded of it."""
    step = base.begin(act_id, FOLLOW, version=version, by=by, on=on)
    protest = _protest(step.row)
    if not silent(protest, on):
        raise Conflict(
            "not_silent", N_("The body has answered, or its term still runs: there is nothing to remind of.")
        )
    row = Reminder(legal_act=step.row, **reminded(way, reference, by=by, on=on))
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.save(to=LegalActStatus.PROTESTED)
    step.journal(reminder=row.id, due=protest.due_on)
    return row


def _after(row: LegalAct, kind: FateKind, fate: Fate, by: Actor, on: date) -> dict[str, Any]:
    if kind == FateKind.WITHDRAWN:  # the act is contrary still, and waits for another answer
        return {"protest": None, "answer": None, "due_on": base.to_answer(row, on, by)}
    return {"settled_on": fate.on if kind in SETTLES else None}


def silent(protest: Act, on: date) -> bool:
    """Whether the body has let the term of consideration pass without a reply."""
    return protest.status == ActStatus.SERVED and protest.due_on is not None and protest.due_on < on


def _protest(row: LegalAct) -> Act:
    if row.protest is None:
        raise Conflict("no_protest", N_("No act that answers this one has been drafted yet."))
    return row.protest


def _refuse_move(row: LegalAct, to: str) -> None:
    allowed = base.ACTS.table.moves.get((row.status, FOLLOW), ())
    if to not in allowed:
        raise InvalidInput.of(
            "kind",
            "not_next",
            N_("This cannot follow from where the act stands. Choose another outcome."),
        )


def _chosen(row: LegalAct, matter_id: UUID) -> Matter:
    rows = Matter.objects.filter(holder=row.holder_id, direction=DIRECTION, status__in=AT_WORK)
    found = rows.filter(id=matter_id).first()
    if found is None:
        raise InvalidInput.of(
            "matter", "not_found", N_("Choose an open matter of this direction that your office works on.")
        )
    return found


def _opened(row: LegalAct, by: Actor, on: date) -> Matter:
    if row.reviewer_id is None:
        raise InvalidInput.of("matter", "required", N_("Nobody reviewed the act here: choose a matter."))
    opening = matters.Opening(
        kind=MatterKind.OWN_INITIATIVE,
        direction=DIRECTION,
        title=f"{row.body.name_ru}: № {row.number}"[:300],
        gist=row.title,
        body=row.body,
        kato=row.kato,
        sphere=row.sphere,
        tasks=("protect_rights", "remove_violations"),
    )
    matter = matters.open(opening=opening, by=by, on=on)
    return matters.assign(
        matter_id=matter.id, version=matter.version, assignee_id=row.reviewer_id, by=by, on=on
    )


def _contradictions(row: LegalAct) -> list[Contradiction]:
    last = row.reviews.filter(done_on__isnull=False).order_by("-id")[0]
    return list(last.contradictions.select_related("violation").order_by("id"))


def _violation(row: LegalAct, found: Contradiction, by: Actor, on: date) -> UUID:
    """The violation that a norm found became in the act's matter; one passed before is not passed twice."""
    assert row.matter_id is not None  # asked before
    if found.violation is not None and found.violation.matter_id == row.matter_id:
        return found.violation.id
    matter = Matter.objects.get(id=row.matter_id)
    violated = matters.Violated(
        norm=found.norm,
        what=f"{found.part}: {found.what}"[:8000],
        violator_kind="body",
        violator_body=row.body,
        rights_of="indefinite",
        committed_on=row.adopted_on,
    )
    found.violation = matters.record_violation(
        matter_id=matter.id, version=matter.version, violated=violated, by=by, on=on
    )
    found.save(update_fields=["violation"])
    return found.violation.id


def _draft(row: LegalAct, heading: str, language: str, violations: list[UUID]) -> acts.Draft:
    # Only a protest is against the act itself, and may suspend it (O.8.8).
    against = acts.Protested(
        title=row.title,
        adopted_on=row.adopted_on,
        issuer=row.body,
        number=row.number,
        is_law=row.issuer == Issuer.LEGISLATOR,
    )
    return acts.Draft(
        kind=row.answer or Brought.PROTEST,
        language=language,
        addressee=row.body,
        wording=acts.Wording(heading),
        violations=violations,
        protested=against if row.answer == Brought.PROTEST else None,
    )
