"""What the law kernel is told about an act: the matter it stands in, with marks of the act itself."""

from collections.abc import Iterable
from datetime import date

from qadaga.acts.choices import ActStatus
from qadaga.acts.models import Act, Measure
from qadaga.authority.actor import Actor
from qadaga.law.catalogue import load
from qadaga.law.model import Subject
from qadaga.matters.choices import BodyKind
from qadaga.matters.models import Body, Matter
from qadaga.matters.subject import of_office, subject_of
from qadaga.staff.duties.selectors import About, outside_duties

# The body stands above what the office supervises.
HIGHER = "higher_level"


def act_marks(*, kind: str, addressee: Body, holder_level: int, protests_law: bool) -> set[str]:
    """Marks of what is drafted: its kind; an act of the Government; a body that a higher office supervises;
    a law.
    """
    marks = {kind}
    if not load().act_kinds[kind].active:
        marks.add("kind_inactive")
    if addressee.kind == BodyKind.GOVERNMENT:
        marks.add("government_act")
    if addressee.kind in (BodyKind.GOVERNMENT, BodyKind.CENTRAL) and holder_level == 3:
        marks.add(HIGHER)
    if protests_law:
        marks.add("law_protested")
    return marks


def act_subject(act: Act, actor: Actor, on: date, *, extra: Iterable[str] = ()) -> Subject:
    """The act as the law sees it on the day: its matter's office and field, its own status and marks."""
    protested = getattr(act, "protested", None)
    marks = act_marks(
        kind=act.kind,
        addressee=act.addressee,
        holder_level=act.acting_office.level,
        protests_law=bool(protested and protested.is_law),
    )
    if act.author_id == actor.appointment_id:
        marks.add("author")
    if act.status == ActStatus.AGREEMENT and _outside_duties(act, actor, on):
        marks.add("outside_duties")
    subject = subject_of(act.matter, actor, on, kind="act", status=act.status, extra=marks.union(extra))
    if act.carrier is None:
        return subject
    return of_office(subject, act.carrier, actor, on)


def _outside_duties(act: Act, actor: Actor, on: date) -> bool:
    """Asked of drafts that wait for agreement only: nobody else is refused by it (O.14.1)."""
    return outside_duties(
        actor.appointment_id,
        actor.post,
        office_id=act.acting_office.id,
        about=About(act.matter.direction, act.addressee.kind, act.addressee.kato or ""),
        author_id=act.author_id,
        on=on,
    )


def draft_subject(
    matter: Matter, actor: Actor, on: date, *, kind: str, addressee: Body, protests_law: bool
) -> Subject:
    """An act that is about to be drafted."""
    marks = act_marks(
        kind=kind, addressee=addressee, holder_level=matter.holder.level, protests_law=protests_law
    )
    return subject_of(matter, actor, on, extra=marks)


def measure_subject(measure: Measure, actor: Actor, on: date) -> Subject:
    """The measure as the law sees it on the day; "author" marks whoever issued it."""
    marks = {"author"} if measure.issued_by_id == actor.appointment_id else set()
    subject = subject_of(measure.matter, actor, on, kind="measure", status=measure.status, extra=marks)
    return subject if measure.carrier is None else of_office(subject, measure.carrier, actor, on)
