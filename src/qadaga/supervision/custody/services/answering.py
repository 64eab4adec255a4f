"""The check list of a visit: answered, every answer kept on record; a point not kept becomes a violation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters import services as matters
from qadaga.matters.dates import choice
from qadaga.matters.models import Violation
from qadaga.matters.services.base import text
from qadaga.supervision.custody.choices import Standing, Verdict, VisitStatus
from qadaga.supervision.custody.models import Answer, Said, Visit
from qadaga.supervision.custody.services import base
from qadaga.supervision.custody.services.finding import open_matter
from qadaga.supervision.custody.subject import visit_subject


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one point: the verdict, and what was seen where it is not kept."""

    verdict: str
    remark: str = ""


@implements("L.3.6")
@transaction.atomic
def fill(*, visit_id: UUID, version: int, answers: Mapping[str, Answered], by: Actor, on: date) -> Visit:
    """Save answers to points of the visit's list, as often as wanted while it is under way.

    Raises InvalidInput, Stale, and Conflict for a point that is a violation of a matter already.
    """
    step = base.going(visit_id, version=version, by=by, on=on)
    row, now = step.row, clock.now()
    checked = checked_answers(answers, base.points(row))
    kept = {answer.item: answer for answer in row.answers.all()}
    changed = {item: said for item, said in checked.items() if not same(kept.get(item), said)}
    _refuse_passed(kept[item] for item in changed if item in kept)
    for item, said in changed.items():
        put(kept.get(item), entry(row, item, said, kept.get(item), by=by, at=now))
    step.save(to=VisitStatus.GOING)
    step.journal(answers=len(changed))
    return row


def entry(
    visit: Visit, item: str, answered: Answered, seen: Answer | None, *, by: Actor, at: datetime
) -> Said:
    """The line of the history, not saved yet: what was answered by whom, over which version of the answer."""
    return Said(
        visit=visit,
        item=item,
        verdict=answered.verdict,
        remark=answered.remark,
        over=seen.version if seen else 0,
        by_id=by.appointment_id,
        said_at=at,
        told_at=at,
    )


def put(kept: Answer | None, said: Said) -> None:
    """Make it the answer to the point: the next version, the earlier ones staying in the history."""
    answer = kept or Answer(visit=said.visit, item=said.item, version=0)
    answer.verdict, answer.remark = said.verdict, said.remark
    answer.version += 1
    answer.save()
    said.standing, said.version = Standing.TAKEN, answer.version
    said.save()


def same(kept: Answer | None, answered: Answered) -> bool:
    """Whether the point has this very answer."""
    return kept is not None and (kept.verdict, kept.remark) == (answered.verdict, answered.remark)


@implements("O.6.2", "L.3.6")
def pass_violation(
    *, visit_id: UUID, item: str, matter_id: UUID, norm: str, by: Actor, on: date
) -> Violation:
    """Record what was not kept as a violation of a matter (O.6.2); also at a point the list does not ask.

    Raises AlreadyDone, InvalidInput, NotPermitted.
    """
    norm = text("norm", norm, 500, multiline=False)
    with transaction.atomic():
        row = base.visit(visit_id, by=by, on=on)
        base.VISITS.ask(row, base.VISITING, visit_subject(row, by, on), by=by, on=on, ground=row.ground)
        matter = open_matter(matter_id, row.place, by)
        answer = _not_kept(row, item)
        if answer is None or matter is None:
            raise InvalidInput.of("item", "not_found", N_("Choose a point that was not kept."))
        if answer.violation_id is not None:
            raise AlreadyDone()
        violated = matters.Violated(
            norm=norm,
            what=answer.remark,
            violator_kind="body",
            violator_body=row.place.body,
            rights_of="indefinite",
            committed_on=None,
        )
        answer.violation = matters.record_violation(
            matter_id=matter.id, version=matter.version, violated=violated, by=by, on=on
        )
        answer.save(update_fields=["violation"])
        return answer.violation


def _not_kept(row: Visit, item: str) -> Answer | Said | None:
    """The answer in force to the point, or else the last one sent to a point off the visit's list."""
    beside = Said.objects.filter(visit=row, item=item, standing=Standing.OFF_LIST)
    # One that was passed already first: a point is passed once, however often it is answered.
    newest = beside.order_by(F("violation").asc(nulls_last=True), "-said_at", "-id")
    found = Answer.objects.filter(visit=row, item=item).first() or newest.first()
    return found if found is not None and found.verdict == Verdict.NOT_HELD else None


def checked_answers(answers: Mapping[str, Answered], known: set[str]) -> dict[str, Answered]:
    """The answers with clean remarks; InvalidInput on `verdict_…` and `remark_…` of the point."""
    problems, checked = Problems(), {}
    for item, answered in answers.items():
        with problems.collect():
            choice(f"verdict_{item}", item, sorted(known))
            verdict = choice(f"verdict_{item}", answered.verdict, Verdict.values)
            needed = verdict == Verdict.NOT_HELD
            remark = text(f"remark_{item}", answered.remark, 1000, multiline=False, required=needed)
            checked[item] = Answered(verdict, remark)
    problems.check()
    return checked


def _refuse_passed(answers: Iterable[Answer]) -> None:
    if any(answer.violation_id is not None for answer in answers):
        raise Conflict(
            "passed", N_("This point is recorded in a matter as a violation. It is not answered anew.")
        )
