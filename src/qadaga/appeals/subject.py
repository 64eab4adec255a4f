"""What the law kernel is told about an appeal."""

from datetime import date
from uuid import UUID

from qadaga.appeals.models import Appeal
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.gather import Gathered
from qadaga.matters.models import ComplainedOf, ConflictDeclaration
from qadaga.matters.services import must_go_above
from qadaga.matters.subject import barred, once, path_of
from qadaga.offices.selectors import answering

KIND = "appeal"


def new_subject(by: Actor, on: date) -> Subject:
    """An appeal that is about to be registered in the actor's own office."""
    who = by.who(on)
    return Subject(kind=KIND, office=by.office_code, path=who.path if who else (), status="")


def subject_of(appeal: Appeal, actor: Actor, on: date) -> Subject:
    """The appeal as the law sees it on the day.

    Marks: "complained_of" (the actor is whom the appeal complains of), "own_head" (it complains of who leads
    the office), "conflict" (declared in its matter), "mine" (the actor is the matter's assignee),
    "crime_or_security" (why an anonymous appeal is considered all the same).
    """
    return _subject(appeal, actor, on, _about_official(appeal, on) | _about_matter(appeal, actor, on))


def shown_subject(appeal: Appeal, parts: Gathered, actor: Actor, on: date) -> Subject:
    """The same from what a card has gathered, without asking the database again.

    Who acts for an absent head is left out: the service that carries a step out asks about that too.
    """
    rows = [*parts["complained_of"], *parts["conflicts"]]
    marks = {_BARS[type(row)] for row in rows if row.person_id == actor.person_id}
    if any(held.holds(on) for held in parts["own_heads"]):
        marks.add("own_head")
    return _subject(appeal, actor, on, frozenset(marks))


def challenged_subject(appeal: Appeal, actor: Actor, on: date) -> Subject | None:
    """The matter of what the appeal challenges, for a page to offer calling it up; None without one."""
    matter = appeal.challenges.matter if appeal.challenges else None
    if matter is None:
        return None
    path = path_of(matter.holder, actor, on)
    return Subject(
        "matter", matter.holder.code, path, matter.kato, matter.sphere, matter.direction, matter.status
    )


def own_sphere(actor: Actor, on: date) -> str | None:
    """The sphere of the actor's office, None where it has general competence.

    What a specialised office registers it deals with within its sphere, the only one it has (L.2.3).
    """
    who = actor.who(on)
    return min(who.spheres, default=None) if who is not None else None


_BARS: dict[type, str] = {ComplainedOf: "complained_of", ConflictDeclaration: "conflict"}


def _subject(appeal: Appeal, actor: Actor, on: date, marks: frozenset[str]) -> Subject:
    own = {"complained_of"} if appeal.official_id == actor.person_id else set()
    if appeal.matter is not None and appeal.matter.assignee_id == actor.appointment_id:
        own.add("mine")
    if appeal.anonymous_ground:
        own.add("crime_or_security")
    return Subject(
        kind=KIND,
        office=appeal.office.code,
        path=path_of(appeal.office, actor, on),
        sphere=own_sphere(actor, on) if appeal.office_id == actor.office_id else None,
        status=appeal.status,
        marks=marks | own,
    )


def _about_official(appeal: Appeal, on: date) -> frozenset[str]:
    official = appeal.official_id
    if official is None:
        return frozenset()
    return once(appeal, ("official", official, on), lambda: _heads(appeal, official, on))


def _heads(appeal: Appeal, official: UUID, on: date) -> frozenset[str]:
    office = answering(appeal.office, on)
    above = must_go_above(office_id=office.id, person_ids=[official], on=on)
    return frozenset({"own_head"}) if above else frozenset()


def _about_matter(appeal: Appeal, actor: Actor, on: date) -> frozenset[str]:
    return barred(appeal.matter, actor.person_id, on) if appeal.matter else frozenset()
