"""Reading court work: the viewer's scope first; every look at a card is journalled."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F

from qadaga import authority
from qadaga.acts.choices import ActStatus
from qadaga.acts.models import Act
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import SEEN, scope_of
from qadaga.common.errors import NotFound
from qadaga.court.choices import BEFORE_COURT, AccusedStatus, HearingStatus
from qadaga.court.models import Accused, Case, Hearing, Judgment, Paper, Review, Verdict
from qadaga.court.reading import CASE
from qadaga.court.services import dying
from qadaga.court.services.base import KEEP, C, course_of
from qadaga.court.services.registering import LIVE
from qadaga.court.subject import Card, know_declared, subject_of
from qadaga.documents.models import StoredFile
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Matter, Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of

WEEK = 150
"""How many hearings the page of a week shows; all are in the register of hearings."""
CASE_POWERS = (
    "prosecution.charge",
    "prosecution.transfer",
    "prosecution.drop",
    "court.assign",
    "prosecution.support",
    "court.take_part",
    "court.conclude",
    KEEP,
    "court.record_death",
    "court.correct_death",
    "prosecution.appeal",
    "court.petition_review",
    "court.declare_conflict",
)
CRIMINAL = {"prosecution.charge", "prosecution.transfer", "prosecution.drop", "prosecution.support"}
CRIMINAL |= {"prosecution.appeal", "court.record_death", "court.correct_death"}
OTHER = {"court.take_part", "court.conclude", "court.petition_review"}
REVIEW_POWERS = (
    "court.call_case",
    "judicial.call_execution",
    KEEP,
    "judicial.study",
    "judicial.protest",
    "court.petition_review",
    "judicial.consider_petition",
    "judicial.withdraw",
    "court.conclude",
    "court.assign",
    "court.declare_conflict",
)
_RELATED = ("office__parent", "officer__person", "officer__office", "matter__holder")


def _parts(column: str, kind: str) -> tuple[Part, ...]:
    own, term = f"t.{column}_id = %(id)s", f"t.subject_kind = '{kind}' AND t.subject_id = %(id)s"
    return (
        Part("hearings", Hearing, own, ("officer_id",)),
        Part("judgments", Judgment, own, ("recorded_by_id",)),
        Part("papers", Paper, own, ("signer_id",)),
        Part("terms", Term, term),
        Part(
            "term_events",
            TermEvent,
            f"t.term_id IN (SELECT t.id FROM matters_term t WHERE {term})",  # noqa: S608 - constants of ours
            ("by_id",),
        ),
    )


_OF_CASE = (
    *_parts("case", "court_case"),
    Part("accused", Accused, "t.case_id = %(id)s"),
    Part(
        "verdicts",
        Verdict,
        "t.judgment_id IN (SELECT j.id FROM court_judgment j WHERE j.case_id = %(id)s)",
    ),
)
OF_INVESTIGATION = (
    Part(
        "prosecutions",
        Case,
        f"t.erdr = %(erdr)s AND {SEEN.format(row='t')} AND t.id NOT IN ({barred.ids_sql(CASE)})",
    ),
)
"""What court work adds to the card of an investigation: prosecutions of its number `erdr` that are seen."""
_OF_REVIEW = _parts("review", "judicial_act")
_DECLARED = {
    "Case": "EXISTS (SELECT 1 FROM court_conflict x WHERE x.case_id = t0.id AND x.person_id = %(person)s)",
    "Review": "EXISTS (SELECT 1 FROM court_conflict x WHERE x.review_id = t0.id AND x.person_id=%(person)s)",
}


@implements("O.8.d5")
def read(model: type[C], actor: Actor, on: date, pk: Any) -> C:
    """The card; NotFound outside the scope, NotPermitted for whom its matter complains of; journalled."""
    facts, values = ((("declared", _DECLARED[model.__name__]),), {"person": actor.person_id})
    card: C = read_one(model, _RELATED, scope_of(actor, on), pk, facts=facts, values=values)
    know_declared(card, actor.person_id)
    authority.admit(actor, "card.read", subject_of(card, actor, on), on=on)
    subjects = [(course_of(card).kind, card.id)]
    record_reads(office_id=card.office_id, subjects=subjects, by=actor.journal(), on=on)
    return card


def parts_of(card: Card, more: tuple[Part, ...] = (), **values: object) -> Gathered:
    """Everything that hangs on a card, and `more` of other layers with their values. One query."""
    return gather((*(_OF_CASE if isinstance(card, Case) else _OF_REVIEW), *more), card.id, **values)


def named(case: Case) -> list[Accused]:
    """Whom the investigation named and the prosecutor has not decided on yet."""
    return list(case.accused.filter(status=AccusedStatus.NAMED).order_by("id"))


def undecided(case: Case) -> list[Accused]:
    """Everybody whose prosecution can still be dropped before the court."""
    return list(case.accused.filter(status__in=BEFORE_COURT).order_by("id"))


def living(case: Case) -> list[Accused]:
    """Everybody of the case whose death is not written down in it."""
    return list(case.accused.filter(died_on=None).order_by("id"))


def noted_dead(case: Case) -> list[Accused]:
    """Everybody of the case whose death is written down in it."""
    return list(case.accused.filter(died_on__isnull=False).order_by("id"))


def before_court(case: Case) -> tuple[list[Accused], frozenset[UUID]]:
    """Everybody whom the court decides about, and the ids of those of them who have died."""
    people, gone = dying.before_court(case.id)
    return people, frozenset(row.id for row in gone)


def actions(card: Card, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the card, in the order of the work, as its kind of case has them."""
    if isinstance(card, Review):
        powers = [power for power in REVIEW_POWERS if power != "judicial.consider_petition"]
        found = judged(course_of(card).table, powers, subject_of(card, actor, on), actor, on)
        if not card.petitioner:
            return found
        asked = "judicial.consider_petition"
        subject = subject_of(card, actor, on, power=asked)
        return [*found, *judged(course_of(card).table, (asked,), subject, actor, on)]
    left = OTHER if card.kind == "criminal" else CRIMINAL
    powers = [power for power in CASE_POWERS if power not in left]
    return judged(course_of(card).table, powers, subject_of(card, actor, on), actor, on)


def read_hearing(actor: Actor, on: date, pk: Any) -> Hearing:
    """A hearing with its card; NotFound outside the scope."""
    related = (
        *("case__office__parent", "case__matter__holder", "review__office__parent"),
        *("review__matter__holder", "officer__person", "officer__office"),
    )
    row = read_one(Hearing, related, scope_of(actor, on), pk)
    authority.admit(actor, "card.read", subject_of(row.owner, actor, on), on=on)
    return row


def hearing_actions(hearing: Hearing, actor: Actor, on: date) -> list[Action]:
    """The ruling on keeping the card that the hearing belongs to."""
    card = hearing.owner
    return judged(course_of(card).table, (KEEP,), subject_of(card, actor, on), actor, on)


def hearings(actor: Actor, on: date, first: date, last: date, *, most: int) -> list[Hearing]:
    """The first hearings of the actor's scope in those days, the earliest first; none of a case whose matter
    complains of the actor.
    """
    rows = scope_of(actor, on).listed(Hearing.objects.filter(held_on__range=(first, last)), "hearing")
    related = ("case", "review", "office", "officer__person", "officer__office")
    return list(rows.select_related(*related).order_by("held_on", "starts_at", "id")[:most])


def to_come(actor: Actor, on: date) -> list[Hearing]:
    """The hearings to come within four months: what a calendar of one's own takes."""
    found = hearings(actor, on, on, on + timedelta(days=120), most=300)
    return [row for row in found if row.status == HearingStatus.PLANNED]


def mine_to_come(actor: Actor, on: date) -> list[Hearing]:
    """The planned hearings of the actor's own within four months, the earliest first, at most two hundred.

    Each with the matter of the act that went to the court as `act_matter`, None without one.
    """
    rows = scope_of(actor, on).listed(Hearing.objects.filter(officer=actor.appointment_id), "hearing")
    planned = rows.filter(status=HearingStatus.PLANNED, held_on__range=(on, on + timedelta(days=120)))
    rows = planned.annotate(act_matter=F("case__act__matter")).select_related("case", "review")
    return list(rows.order_by("starts_at", "id")[:200])


def paper(card: Card, paper_id: UUID) -> StoredFile:
    """The frozen file of a paper of the card; NotFound where it has none such."""
    row = card.papers.select_related("pdf").filter(id=paper_id).first()
    if row is None:
        raise NotFound
    return row.pdf


def proof(review: Review) -> StoredFile:
    """The proof that the call reached the court; NotFound where no file proves it."""
    if review.proof_id is None:
        raise NotFound
    return StoredFile.objects.get(id=review.proof_id)


def officers(office_id: UUID, on: date) -> list[Appointment]:
    """Whom a card of the office may be given to."""
    return [held for held in people_of(office_id, on) if held.officer]


def matters_for(actor: Actor) -> list[Matter]:
    """Open matters of the actor's office, the newest first; none that complains of the reader."""
    rows = Matter.objects.filter(holder=actor.office_id, status__in=LIVE)
    return list(barred.without(rows, actor.person_id, "matter").order_by("-opened_on", "-id")[:50])


def acts_for(actor: Actor, on: date) -> list[Act]:
    """Acts of the actor's scope that went to court and have no card yet."""
    known = Case.objects.exclude(act=None).values("act")
    rows = Act.objects.filter(status=ActStatus.IN_COURT).exclude(id__in=known)
    visible = scope_of(actor, on).visible(barred.without(rows, actor.person_id, "act"))
    return list(visible.order_by("-id")[:50])
