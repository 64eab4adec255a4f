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
from qadaga.matters.models import Matter
from qadaga.matters.subject import path_of, subject_of

barred.declare(
    "matter", "SELECT c.matter_id FROM matters_complainedof c WHERE c.person_id = %(reader)s::uuid"
)


@implements("O.8.d5")
def require_reading(matter: Matter, actor: Actor, on: date, *, part: Model | None = None) -> None:
    """Raise NotPermitted (403) for whoever may not read what stands in the matter, though in their scope.

    Whoever does not stand above the office that acts in it is asked about the office in whose register it
    stands: that one reads on what a higher one called up or moved.
    `part` is what is read, where that is not the matter itself: one of its acts or measures. The reading is
    journalled, once a request: cards, papers, files and forms filled in with what is known all begin here.
    """
    read = part or matter
    kind = str(read._meta.model_name)
    subject = subject_of(matter, actor, on, kind=kind)
    if matter.office_id != matter.holder_id and actor.office_code not in subject.path:
        subject = replace(subject, office=matter.office.code, path=path_of(matter.office, actor, on))
    authority.admit(actor, "card.read", subject, on=on)
    record_reads(office_id=matter.office_id, subjects=[(kind, read.pk)], by=actor.journal(), on=on)
