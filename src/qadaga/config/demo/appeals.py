"""The appeals of the demonstration: every way an appeal can go, made through the services day by day."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from qadaga.appeals import services as appeals
from qadaga.appeals.rereading import entry_of
from qadaga.config.demo import people
from qadaga.config.demo.applicants import Told, told
from qadaga.config.demo.course import OFFICERS, Course
from qadaga.config.demo.schedule import Part, Stage, Story

Telling = Callable[[Course], Story]


def parts() -> Iterator[Part]:
    """Every appeal with the day it begins on, counted back from today."""
    for one in told():
        yield Part(one.row["ago"], _teller(one))


def _teller(one: Told) -> Callable[[Stage], Story]:
    return lambda stage: STORIES[one.row["story"]](Course(stage, one))


def waiting(course: Course) -> Story:
    """Registered, and nothing more."""
    course.register()
    yield 1


def declined(course: Course) -> Story:
    """Left without consideration by the head."""
    yield from waiting(course)
    yield 1
    appeals.decline(**course.said("ground", "reason"), **course.change("head"))


def withdrawn(course: Course) -> Story:
    """The applicant withdraws it."""
    yield from waiting(course)
    yield 3
    appeals.withdraw(**course.said("reason"), **course.change("clerk"))


def annulled(course: Course) -> Story:
    """Registered by mistake."""
    yield from waiting(course)
    appeals.annul(**course.said("ground", "reason"), **course.change("head"))


def corrected(course: Course) -> Story:
    """The paper's place is put right by a decision."""
    yield from waiting(course)
    entry = replace(entry_of(course.appeal), paper_place="7-1")
    appeals.correct(entry=entry, **course.said("ground", "reason"), **course.change("clerk"))


def forwarded(course: Course) -> Story:
    """Forwarded; then the applicant is told, then the outcome comes, as far as the file says."""
    yield from waiting(course)
    row, forwarding = course.told.row, course.forward()
    about: dict[str, Any] = {"appeal_id": course.appeal.id, "forwarding_id": forwarding.id}
    if row.get("told"):
        yield 1
        told_on = course.stage.on
        appeals.tell_of_forwarding(told_on=told_on, way="post", **about, **course.who("clerk"))
    if row.get("outcome"):
        yield 14
        note: dict[str, Any] = {"outcome": row["outcome"], "outcome_on": course.stage.on, "note": row["note"]}
        appeals.record_outcome(**note, **about, **course.who("clerk"))


def prolonged(course: Course) -> Story:
    """The term is prolonged before it runs out; the applicant is told, or is still to be told."""
    yield from waiting(course)
    yield 13
    row = course.told.row
    until = course.stage.on + timedelta(days=row["days"])
    appeals.prolong(until=until, **course.said("ground", "reason"), **course.change("head"))
    if row.get("told"):
        yield 1
        decision = course.appeal.decisions.get(kind="prolong")
        appeals.tell_of_decision(
            appeal_id=course.appeal.id,
            decision_id=decision.id,
            told_on=course.stage.on,
            way="post",
            **course.who("clerk"),
        )


def drafted(course: Course) -> Story:
    """The answer waits for the head's signature."""
    yield from waiting(course)
    yield 4
    course.draft()


def signed(course: Course) -> Story:
    """The answer is signed and waits to be sent."""
    yield from drafted(course)
    yield 1
    appeals.sign_answer(**course.change("head"))


def answered(course: Course) -> Story:
    """Sent; the applicant may then ask to see the materials (O.8.d2)."""
    yield from signed(course)
    appeals.send_answer(sent_on=course.stage.on, way="post", **course.change("clerk"))
    if course.told.row.get("materials"):
        yield 5
        yield from shown(course)


def shown(course: Course) -> Story:
    """Asked for, allowed in part, shown."""
    asked = appeals.request_materials(
        appeal_id=course.appeal.id,
        applicant_id=course.appeal.applicants.get().id,
        what="Ответ отдела и расчёт дохода",
        requested_on=course.stage.on,
        **course.who("clerk"),
    )
    yield 1
    about: dict[str, Any] = {"appeal_id": course.appeal.id, "request_id": asked.id}
    appeals.decide_materials(
        decision="partly",
        withheld="Сведения о доходах соседей",
        withheld_why="Персональные данные других людей",
        version=1,
        **about,
        **course.who("head"),
    )
    yield 1
    appeals.show_materials(
        shown_on=course.stage.on,
        note="Ознакомлен, замечаний нет",
        version=2,
        **about,
        **course.who("clerk"),
    )


def challenged(course: Course) -> Story:
    """The answer is challenged at the office above."""
    yield from answered(course)
    yield 20
    clerk = people.actor("akmola.appeals", course.stage.on)
    entry = replace(entry_of(course.appeal), arrived_on=course.stage.on, summary="Не согласен с ответом.")
    course.appeal.refresh_from_db()
    appeals.challenge(
        appeal_id=course.appeal.id,
        entry=entry,
        version=course.appeal.version,
        by=clerk,
        on=course.stage.on,
    )


def considered(course: Course) -> Story:
    """A matter is opened and given to an officer."""
    yield from waiting(course)
    course.consider()
    yield 1
    course.assign()


def considered_answered(course: Course) -> Story:
    """Considered in a matter and answered; the matter goes on."""
    yield from considered(course)
    yield 10
    course.draft(OFFICERS[course.told.office])
    yield 1
    appeals.sign_answer(**course.change("head"))
    yield 1
    appeals.send_answer(sent_on=course.stage.on, way="post", **course.change("clerk"))


STORIES: dict[str, Telling] = {
    story.__name__: story
    for story in (
        waiting,
        declined,
        withdrawn,
        annulled,
        corrected,
        forwarded,
        prolonged,
        drafted,
        signed,
        answered,
        challenged,
        considered,
        considered_answered,
    )
}
