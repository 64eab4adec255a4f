"""What the law kernel is told about a matter: a frozen value, with marks about this actor."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Value

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.models import ComplainedOf, ConflictDeclaration, Matter
from qadaga.offices.dated import in_force
from qadaga.offices.models import Office
from qadaga.offices.selectors import standing
from qadaga.staff.models import Appointment

T = TypeVar("T")
_MARKS = {
    "complained_of": "SELECT 1 FROM matters_complainedof c"
    " WHERE c.matter_id = {matter} AND c.person_id = %(reader)s::uuid",
    "conflict": "SELECT 1 FROM matters_conflictdeclaration c"
    " WHERE c.matter_id = {matter} AND c.person_id = %(reader)s::uuid",
    "own_head": "SELECT 1 FROM matters_complainedof c JOIN matters_matter m ON m.id = c.matter_id"
    " JOIN staff_appointment h ON h.person_id = c.person_id AND h.office_id = m.holder_id AND h.heads"
    " WHERE c.matter_id = {matter}"
    " AND h.starts_on <= %(on)s::date AND (h.ends_on IS NULL OR h.ends_on > %(on)s::date)",
}


def barred(matter: Matter, person_id: UUID, on: date) -> frozenset[str]:
    """What bars the person from the matter: asked once of each row read, in one query.

    "complained_of" and "conflict" are about the person; "own_head" says that the matter complains of whoever
    heads the office that holds it.
    """
    return once(matter, ("barred", person_id, on), lambda: _barred(matter, person_id, on))


@cache
def marks(matter: str) -> tuple[tuple[str, str], ...]:
    """What bars the reader from the matter of that SQL key, as columns of the statement that reads the row.

    For `read_one`, with the values of `asked`; `remember` takes them over.
    """
    return tuple((f"bar_{name}", f"EXISTS ({sql.format(matter=matter)})") for name, sql in _MARKS.items())


def asked(actor: Actor, on: date) -> dict[str, object]:
    """The values that `marks` speaks of."""
    return {"reader": actor.person_id, "on": on}


def remember(matter: Matter, row: Model, actor: Actor, on: date) -> None:
    """Keep with the matter what its row, read with `marks`, says of it."""
    bars = frozenset(name for name in _MARKS if getattr(row, f"bar_{name}"))
    once(matter, ("barred", actor.person_id, on), lambda: bars)


def _barred(matter: Matter, person_id: UUID, on: date) -> frozenset[str]:
    complained = ComplainedOf.objects.filter(matter=matter)
    conflict = ConflictDeclaration.objects.filter(matter=matter, person=person_id)
    heads = Appointment.objects.filter(
        in_force(on), office=matter.holder_id, heads=True, person__in=complained.values("person")
    )
    marks = (
        complained.filter(person=person_id).values_list(Value("complained_of")),
        conflict.values_list(Value("conflict")),
        heads.values_list(Value("own_head")),
    )
    return frozenset(row[0] for row in marks[0].union(*marks[1:]))


def subject_of(
    matter: Matter,
    actor: Actor,
    on: date,
    *,
    kind: str = "matter",
    status: str = "",
    extra: Iterable[str] = (),
) -> Subject:
    """The matter as the law sees it on the day: the office that holds it, its territory, sphere and
    direction.

    Marks: "mine" (the actor is its assignee), "complained_of", "conflict", and whatever `extra` a record
    inside the matter adds of itself (an act adds "author").
    """
    mine = {"mine"} if matter.assignee_id == actor.appointment_id else set()
    return Subject(
        kind=kind,
        office=matter.holder.code,
        path=path_of(matter.holder, actor, on),
        territory=matter.kato,
        sphere=matter.sphere,
        direction=matter.direction,
        status=status or matter.status,
        marks=barred(matter, actor.person_id, on) | mine | frozenset(extra),
    )


def path_of(office: Office, actor: Actor, on: date) -> tuple[str, ...]:
    """Codes of the offices above and its own.

    Known without asking for the own office, and today for one below it whose line up to the own is at hand.
    """
    who = actor.who(on)
    if who is not None and who.office == office.code:
        return who.path
    below = _line_below(office, actor.office_id) if on == actor.day else ()
    if who is not None and below:
        return (*who.path, *below)
    return once(office, ("path", on), lambda: standing(office.id, on).path)


def of_office(subject: Subject, office: Office, actor: Actor, on: date) -> Subject:
    """The record as one of that office's, whoever holds its matter."""
    return replace(subject, office=office.code, path=path_of(office, actor, on))


def _line_below(office: Office, top: UUID) -> tuple[str, ...]:
    """Codes from below `top` down to the office, as far as its parents have been read; empty if not below."""
    codes = [office.code]
    while office.parent_id != top:
        if office.parent_id is None or "parent" not in office._state.fields_cache or office.parent is None:
            return ()
        office = office.parent
        codes.append(office.code)
    return tuple(reversed(codes))


def once(row: Model, question: tuple[object, ...], ask: Callable[[], T]) -> T:
    """The answer kept with the row as it was read: a card asks the same for its panel and for its reading."""
    answers: dict[tuple[object, ...], T] = row.__dict__.setdefault("_answers", {})
    if question not in answers:
        answers[question] = ask()
    return answers[question]
