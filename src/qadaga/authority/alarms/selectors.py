"""Who hears which running alarm: the officers of the office that owes the duty, the leaders above it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from qadaga.authority.actor import Actor
from qadaga.authority.alarms.models import Alarm, Hearing
from qadaga.law import catalogue

MOST = 100


class Clock(NamedTuple):
    """How the duty on one subject stands: since when, until when; `called` counts the offices called."""

    duty: str
    raised_at: datetime
    due_at: datetime
    called: int
    ended_at: datetime | None


def heard_by(actor: Actor, on: date) -> list[Hearing]:
    """The alarms running for the actor, with who raised them, the soonest due first, at most a hundred.

    One query.
    """
    who = actor.who(on)
    if who is None or not who.officer:
        return []
    rows = Hearing.objects.filter(running=True, office=actor.office_id)
    post = catalogue.law().at(on).posts[who.post]
    if not (post.heads or post.deputy or who.acting):
        rows = rows.filter(leaders_only=False)
    related = ("alarm__office", "alarm__raised_by__person", "alarm__raised_by__office")
    return list(rows.select_related(*related).order_by("alarm__due_at", "id")[:MOST])


def running(duty: str) -> QuerySet[Alarm]:
    """The alarms of the duty that have not ended."""
    return Alarm.objects.filter(duty=duty, ended_at=None)


def clocks(subject_id: UUID) -> list[Clock]:
    """The alarms on one subject, the newest first; the subject was found in scope already."""
    rows = Alarm.objects.filter(subject_id=subject_id).order_by("-raised_at")
    columns = ("duty", "raised_at", "due_at", "escalated", "ended_at")
    return [Clock(*row) for row in rows.values_list(*columns)]
