"""Reading legal acts, their reviews and analyses: the viewer's scope first, then what hangs on a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.acts.choices import ActStatus
from qadaga.acts.models import Suspension
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import NotFound
from qadaga.database.together import together
from qadaga.law import catalogue
from qadaga.law.calendar import Calendar
from qadaga.matters.models import Matter, Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of
from qadaga.supervision.legality.choices import DIRECTION, LegalActStatus
from qadaga.supervision.legality.models import (
    Analysis,
    AnalysisFinding,
    AnalysisSource,
    Checked,
    Contradiction,
    Edition,
    Fate,
    Informed,
    LegalAct,
    Proposal,
    Reminder,
    Review,
)
from qadaga.supervision.legality.reading import KIND
from qadaga.supervision.legality.services.protesting import AT_WORK
from qadaga.supervision.legality.subject import (
    ANALYSE,
    ANALYSIS,
    APPROVE,
    ASSESS,
    ENTER,
    FOLLOW,
    GIVE,
    LEGAL_ACT,
    PASS_UP,
    PROTEST,
    REPRESENT,
    TELL,
    analysis_subject,
    legal_act_subject,
)
from qadaga.workdays import selectors as workdays
from qadaga.workdays.models import State

ACT_POWERS = (ENTER, GIVE, ASSESS, PROTEST, REPRESENT, FOLLOW, PASS_UP)
MOST = 25
"""What of each part the queue shows; one more tells that there are others."""


@dataclass(frozen=True, slots=True)
class ActParts:
    """What hangs on the card of a legal act, the newest first; suspensions are those of its protest."""

    editions: Sequence[Edition]
    reviews: Sequence[Review]
    checked: Sequence[Checked]
    contradictions: Sequence[Contradiction]
    fates: Sequence[Fate]
    reminders: Sequence[Reminder]
    suspensions: Sequence[Suspension]
    terms: Sequence[Term]
    term_events: Sequence[TermEvent]
    calendar: Calendar

    def open_review(self) -> Review | None:
        """The review under way."""
        return next((one for one in self.reviews if one.done_on is None), None)


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits in the viewer's scope: acts to be given, reviews under way, bodies that keep silent."""

    waiting: Sequence[LegalAct]
    reviewed: Sequence[LegalAct]
    contrary: Sequence[LegalAct]
    silent: Sequence[LegalAct]


def read_act(actor: Actor, on: date, pk: Any) -> LegalAct:
    """The act with its body, holder, reviewer, matter and protest; NotFound outside the scope and for whoever
    its matter complains of.
    """
    rows = LegalAct.objects.select_related(
        *("body", "office", "holder__parent", "reviewer__person", "reviewer__office", "matter", "protest"),
        *("entered_by__person", "entered_by__office"),
    )
    return get_or_404(barred.without(rows, actor.person_id, KIND), scope_of(actor, on), pk)


def act_parts(row: LegalAct) -> ActParts:
    """Everything that hangs on the act. One query."""
    mine = {"legal_act": row}
    running = Term.objects.filter(subject_kind="legal_act", subject_id=row.id)
    found = together(
        terms=running.order_by("id"),
        term_events=TermEvent.objects.filter(term__in=running).order_by("term", "no"),
        calendar=State.objects.all(),
        editions=Edition.objects.filter(**mine).select_related("file").order_by("-starts_on"),
        reviews=Review.objects.filter(**mine)
        .select_related("reviewer__person", "reviewer__office")
        .order_by("-id"),
        checked=Checked.objects.filter(review__legal_act=row).order_by("id"),
        contradictions=Contradiction.objects.filter(review__legal_act=row).order_by("id"),
        fates=Fate.objects.filter(**mine).order_by("-on", "-id"),
        reminders=Reminder.objects.filter(**mine).order_by("-on"),
        suspensions=Suspension.objects.filter(act__legal_act=row).order_by("-starts_on"),
    )
    state = found.pop("calendar")
    return ActParts(**found, calendar=workdays.by_token(state[0].token if state else None))


def act_actions(row: LegalAct, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the act, in the order of the work."""
    return judged(LEGAL_ACT, ACT_POWERS, legal_act_subject(row, actor, on), actor, on)


def read_edition(actor: Actor, on: date, pk: UUID, edition_id: UUID) -> Edition:
    """An edition of an act within the scope; NotFound otherwise."""
    act = read_act(actor, on, pk)
    found = Edition.objects.filter(legal_act=act, id=edition_id).select_related("file").first()
    if found is None:
        raise NotFound
    found.legal_act = act
    return found


def queue(actor: Actor, on: date) -> Queue:
    """What waits in the actor's scope, the earliest first, a page of each and one more; nothing whose matter
    complains of the actor. One query.
    """
    related = ("body", "office", "reviewer__person", "reviewer__office", "protest")
    rows = scope_of(actor, on).listed(LegalAct.objects.select_related(*related), KIND)
    silent = rows.filter(
        status=LegalActStatus.PROTESTED, protest__status=ActStatus.SERVED, protest__due_on__lt=on
    )
    # Who has no term is not under review: said to the database, it reads the index of terms in its order.
    reviewed = rows.filter(status=LegalActStatus.REVIEW, due_on__isnull=False)
    contrary = rows.filter(status__in=(LegalActStatus.CONTRARY, LegalActStatus.TO_PROTEST))
    found = together(
        waiting=rows.filter(status=LegalActStatus.REGISTERED).order_by("entered_on", "id")[: MOST + 1],
        reviewed=reviewed.order_by("due_on", "id")[: MOST + 1],
        contrary=contrary.order_by("entered_on", "id")[: MOST + 1],
        silent=silent.order_by("protest__due_on", "id")[: MOST + 1],
    )
    return Queue(**found)


def officers(office_id: UUID, on: date) -> list[Appointment]:
    """Whom a review or an analysis may be given to, heads first."""
    return [held for held in people_of(office_id, on) if held.officer]


def matters_for(office_id: UUID, reader: Actor) -> list[Matter]:
    """Matters of the direction the office works on, the newest first; none that complains of the reader."""
    rows = Matter.objects.filter(holder=office_id, direction=DIRECTION, status__in=AT_WORK)
    return list(barred.without(rows, reader.person_id, "matter").order_by("-opened_on", "-id")[:50])


def spheres() -> list[tuple[str, Any]]:
    """The spheres of specialised offices, by id with their titles."""
    return [(sphere.id, sphere.title) for sphere in catalogue.load().spheres.values()]


@dataclass(frozen=True, slots=True)
class AnalysisParts:
    """What hangs on the card of an analysis."""

    sources: Sequence[AnalysisSource]
    findings: Sequence[AnalysisFinding]
    proposals: Sequence[Proposal]
    informed: Sequence[Informed]


def read_analysis(actor: Actor, on: date, pk: Any) -> Analysis:
    """The analysis with its author and who approved it; NotFound outside the scope."""
    people = ("author__person", "author__office", "approved_by__person", "approved_by__office")
    rows = Analysis.objects.select_related("office__parent", "pdf", *people)
    return get_or_404(rows, scope_of(actor, on), pk)


def analysis_parts(row: Analysis) -> AnalysisParts:
    """Everything that hangs on the analysis. One query."""
    found = together(
        sources=AnalysisSource.objects.filter(analysis=row).order_by("id"),
        findings=AnalysisFinding.objects.filter(analysis=row).order_by("id"),
        proposals=Proposal.objects.filter(analysis=row).order_by("id"),
        informed=Informed.objects.filter(analysis=row).select_related("body").order_by("on", "id"),
    )
    return AnalysisParts(**found)


def analysis_actions(row: Analysis, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the analysis."""
    return judged(ANALYSIS, (ANALYSE, APPROVE, TELL), analysis_subject(row, actor, on), actor, on)
