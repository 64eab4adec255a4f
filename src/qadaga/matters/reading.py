"""Who may read a card: the line of offices, and never whoever the matter complains of (O.8.d5, L.1.10).

Whoever may is put down in the journal as having read, whatever of the record is shown.
"""

from dataclasses import replace
from datetime import date

from django.db.models import Model

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters.models import Matter
from qadaga.matters.subject import once, path_of, subject_of
from qadaga.offices.models import Office

barred.declare(
    "matter", "SELECT c.matter_id FROM matters_complainedof c WHERE c.person_id = %(reader)s::uuid"
)


def as_held_before(subject: Subject, matter: Matter, actor: Actor, on: date) -> Subject:
    """The subject as it was when an office of the actor's line held the matter: that one reads on (L.1.9).

    For whoever stands in the line of the office that acts in it now, as it is; nothing is asked then.
    """
    if actor.office_code in subject.path:
        return subject
    for office in (matter.office, *_former(matter)):
        path = path_of(office, actor, on)
        if actor.office_code in path:
            return replace(subject, office=office.code, path=path)
    return subject


def _former(matter: Matter) -> list[Office]:
    rows = matter.called_up.select_related("from_office").order_by("-id")
    return once(matter, ("former",), lambda: [row.from_office for row in rows])


@implements("O.8.d5")
def require_reading(matter: Matter, actor: Actor, on: date, *, part: Model | None = None) -> None:
    """Raise NotPermitted (403) for whoever may not read what stands in the matter, though in their scope.

    Whoever does not stand in the line of the office that acts in it is asked about those that held it before:
    they read on what a higher one called up or moved.
    `part` is what is read, where that is not the matter itself: one of its acts or measures. The reading is
    journalled, once a request: cards, papers, files and forms filled in with what is known all begin here.
    """
    read = part or matter
    kind = str(read._meta.model_name)
    subject = subject_of(matter, actor, on, kind=kind)
    authority.admit(actor, "card.read", as_held_before(subject, matter, actor, on), on=on)
    record_reads(office_id=matter.office_id, subjects=[(kind, read.pk)], by=actor.journal(), on=on)
