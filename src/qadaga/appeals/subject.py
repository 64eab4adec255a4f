"""What the law kernel is told about an appeal."""

from datetime import date

from qadaga.appeals.models import Appeal
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.services import must_go_above
from qadaga.matters.subject import barred
from qadaga.offices.selectors import standing

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
    return Subject(
        kind=KIND,
        office=appeal.office.code,
        path=standing(appeal.office_id, on).path,
        status=appeal.status,
        marks=_about_official(appeal, actor, on) | _about_matter(appeal, actor, on) | _about_contents(appeal),
    )


def _about_official(appeal: Appeal, actor: Actor, on: date) -> frozenset[str]:
    official = appeal.official_id
    if official is None:
        return frozenset()
    marks = {"complained_of"} if official == actor.person_id else set()
    if must_go_above(office_id=appeal.office_id, person_ids=[official], on=on):
        marks.add("own_head")
    return frozenset(marks)


def _about_matter(appeal: Appeal, actor: Actor, on: date) -> frozenset[str]:
    matter = appeal.matter
    if matter is None:
        return frozenset()
    mine = {"mine"} if matter.assignee_id == actor.appointment_id else set()
    return barred(matter, actor.person_id, on) | mine


def _about_contents(appeal: Appeal) -> frozenset[str]:
    return frozenset({"crime_or_security"} if appeal.anonymous_ground else set())
