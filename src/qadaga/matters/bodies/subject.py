"""What the law kernel is told about a body and about an official of one."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.bodies.models import Official
from qadaga.matters.subject import path_of

MERGE, PART = "body.merge", "body.part"
ENTER, READ = "supervised.enter", "supervised.read"
BODY = Subject(kind="body")
"""Bodies are common to all offices: the law looks at who decides, not at whose the record is."""


def entering(actor: Actor, on: date) -> Subject:
    """A card that the actor's own office is about to enter."""
    who = actor.who(on)
    return Subject(kind="supervised_person", office=actor.office_code, path=who.path if who else ())


def official_subject(official: Official, actor: Actor, on: date) -> Subject:
    """The card as the law sees it: of the office that entered it."""
    return Subject(
        kind="supervised_person",
        office=official.office.code,
        path=path_of(official.office, actor, on),
    )
