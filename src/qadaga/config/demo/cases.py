"""The cases of the demonstration: matters and acts in every status, made through the services day by day."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain

from qadaga.config.demo import above, appeals, further, imports, stories
from qadaga.config.demo.case import Case
from qadaga.config.demo.schedule import Part, Stage, Story, play
from qadaga.config.demo.stories import Telling
from qadaga.config.demo.subjects import Subject, subjects
from qadaga.matters.models import Matter


def load(on: date, progress: Callable[[int, int], None] | None = None) -> int:
    """Add the cases up to the day, unless some are there; how many matters. The people come first."""
    if Matter.objects.exists():
        return 0
    play(chain(parts(), appeals.parts()), on, progress)
    imports.load(on)
    return Matter.objects.count()


def parts() -> Iterator[Part]:
    """Every case with the day it begins on, counted back from today."""
    for office in ("kokshetau", "burabay"):
        about = subjects(office)
        for tell, days in chain.from_iterable(STORIES.values()):
            yield Part(days, _told(tell, next(about)))


def _told(tell: Telling, subject: Subject) -> Callable[[Stage], Story]:
    return lambda stage: tell(Case(stage, subject, officer=_officer(tell)))


def _officer(tell: Telling) -> str:
    return "senior" if len(tell.__name__) % 2 else "assistant"


# How each case goes, and how many days before today it began; every office has all of them.
STORIES: dict[str, list[tuple[Telling, int]]] = {
    "waiting": [
        (stories.opened, 0),
        (stories.opened, 1),
        (stories.assigned, 2),
        (stories.in_work, 4),
        (stories.conflict, 3),
        (stories.suspended, 12),
    ],
    "gathering": [(stories.requested, 3), (stories.requested, 14)],
    "drafting": [(stories.drafted, 6), (stories.sent_back, 10), (stories.submitted, 8), (stories.agreed, 9)],
    "signed": [
        (stories.signed, 9),
        (stories.served, 12),
        (stories.served, 60),
        (stories.effect_suspended, 14),
    ],
    "answered": [
        (stories.replied, 18),
        (stories.satisfied, 24),
        (stories.removed, 30),
        (stories.refused, 26),
    ],
    "terms": [(further.prolonged, 13), (further.request_prolonged, 6), (further.request_stands_still, 5)],
    "court": [
        (further.granted, 75),
        (further.granted_in_part, 80),
        (further.dismissed, 85),
        (further.unheard, 65),
    ],
    "further": [
        (stories.escalated, 40),
        (stories.in_court, 45),
        (stories.withdrawn, 25),
        (stories.called_up, 20),
    ],
    "above": [(above.suspended, 16), (above.changed, 22), (above.cancelled, 33)],
    "done": [(stories.closed, 70), (stories.closed, 100), (stories.closed, 130), (stories.nothing_found, 50)],
}
