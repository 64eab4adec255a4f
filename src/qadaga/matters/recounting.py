"""Open terms counted again after the calendar changed: what would move, and the moving itself in batches."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from qadaga.law.calendar import Calendar
from qadaga.law.errors import TermError
from qadaga.matters import terms
from qadaga.matters.choices import TermState
from qadaga.matters.due import Follow
from qadaga.matters.models import Matter, Term, TermEvent

# A preview looks at so many terms and says so; the recount itself looks at all of them.
MOST_PREVIEWED = 2_000
MOST_EXPECTED = 100_000


@dataclass(frozen=True, slots=True)
class Move:
    """A term whose last day changes: its rule and office, from which day to which.

    `after` None: by the other calendar its events make no term any more (a prolongation would come too late,
    say); it stays as it is, `problem` is the rule they break, and somebody has to look at it.
    """

    term_id: UUID
    office_id: UUID
    subject_kind: str
    subject_id: UUID
    rule: str
    before: date
    after: date | None
    problem: str = ""


def preview(calendar: Calendar, first: date, last: date) -> tuple[list[Move], int, bool]:
    """The terms that would move under the calendar, how many were looked at, and whether there are more."""
    rows = list(_over(first, last).order_by("due_on", "id")[: MOST_PREVIEWED + 1])
    looked = rows[:MOST_PREVIEWED]
    events: dict[UUID, list[TermEvent]] = {}
    for event in TermEvent.objects.filter(term__in=[row.id for row in looked]).order_by("term", "no"):
        events.setdefault(event.term_id, []).append(event)
    moves = [_moved(row, partial(_due, row, events[row.id], calendar)) for row in looked]
    return [move for move in moves if move is not None], len(looked), len(rows) > len(looked)


def expected(first: date, last: date) -> int:
    """How many open terms run over the days; counted no further than 100,000."""
    return _over(first, last).values("id")[:MOST_EXPECTED].count()


def batch(
    first: date,
    last: date,
    *,
    after: UUID | None,
    size: int,
    repeated: Mapping[str, Follow],
    done: Callable[[Sequence[Move], Sequence[UUID]], None],
) -> bool:
    """Count the next open terms over the days again, in one transaction; False when there was none left.

    `repeated` carries the date over, by kind of subject, to what repeats it. `done` is called inside the
    transaction with what moved and what was looked at: it records both.
    """
    rows = _over(first, last).order_by("id")
    ids = list((rows.filter(id__gt=after) if after else rows).values_list("id", flat=True)[:size])
    if not ids:
        return False
    with transaction.atomic():
        moves = [move for pk in ids if (move := recounted(pk, repeated)) is not None]
        done(moves, ids)
    return True


def rebuild(repeated: Mapping[str, Follow], size: int = 500) -> Iterator[tuple[int, int]]:
    """Count every running term again, whatever days it runs over: (looked at, moved) so far.

    Each batch is a transaction of its own; run again, it moves nothing more.
    """
    last, looked, moved = UUID(int=0), 0, 0
    running = Term.objects.filter(state=TermState.RUNNING).order_by("id").values_list("id", flat=True)
    while rows := list(running.filter(id__gt=last)[:size]):
        with transaction.atomic():
            moves = [recounted(pk, repeated) for pk in rows]
        moved += sum(move is not None and move.after is not None for move in moves)
        last, looked = rows[-1], looked + len(rows)
        yield looked, moved


def recounted(pk: UUID, repeated: Mapping[str, Follow]) -> Move | None:
    """Work a running term out again and store its date where it moved; inside a transaction."""
    # The matter before its term, as every service does.
    Matter.objects.select_for_update().filter(terms=pk).first()
    term = Term.objects.select_for_update(of=("self",)).select_related("matter").get(pk=pk)
    move = _moved(term, partial(terms.recount, term)) if term.state == TermState.RUNNING else None
    if move is None or move.after is None:
        return move
    term.due_on = move.after
    term.save(update_fields=["due_on"])
    if term.subject_kind in repeated:
        repeated[term.subject_kind](term.subject_id, move.before, move.after)
    terms.refresh_matter(term.matter)
    return move


def _over(first: date, last: date) -> QuerySet[Term]:
    # A term that ended before the first day or starts after the last one counts none of them.
    return Term.objects.filter(state=TermState.RUNNING, due_on__gte=first, started_on__lte=last)


def _due(term: Term, events: list[TermEvent], calendar: Calendar) -> date:
    return terms.worked(term.rule, events, calendar).due


def _moved(term: Term, count: Callable[[], date]) -> Move | None:
    """What a count makes of a term; None where its day stays."""
    place = (term.id, term.office_id, term.subject_kind, term.subject_id, term.rule, term.due_on)
    try:
        due = count()
    except TermError as error:
        return Move(*place, None, error.code)
    return None if due == term.due_on else Move(*place, due)
