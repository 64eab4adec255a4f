"""On what an office above decides: how the record is locked, what the law is told, how it goes.

Acts and measures stand here; a layer above registers records of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.acts.models import Act, Measure
from qadaga.acts.services.base import COURSE as ACTS
from qadaga.acts.services.base import lock as lock_act
from qadaga.acts.services.measures import locked_measure
from qadaga.acts.subject import act_subject, measure_subject
from qadaga.acts.transitions import MEASURE
from qadaga.authority.actor import Actor
from qadaga.common.errors import NotFound
from qadaga.law.model import Subject
from qadaga.matters.step import Course


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of record. `served` tells whether its addressee has it, `name` how a paper calls it."""

    kind: str
    lock: Callable[[UUID, Actor, date], Any]
    subject: Callable[[Any, Actor, date], Subject]
    course: Course[Any]
    served: Callable[[Any], bool]
    name: Callable[[Any], str]


MEASURES: Course[Measure] = Course(
    "measure", MEASURE, lambda row: row.matter.holder_id, lambda row: {"matter": row.matter_id}
)
TARGETS: dict[str, Target] = {}


def register(target: Target) -> None:
    """Let offices above decide on records of that kind."""
    TARGETS[target.kind] = target


def target_of(kind: str) -> Target:
    """How records of the kind are decided on; NotFound for one that is not."""
    if kind not in TARGETS:
        raise NotFound
    return TARGETS[kind]


def _act_name(act: Act) -> str:
    return f"{act.number_text or ''} {act.heading}".strip()


register(
    Target(
        "act",
        lambda pk, by, on: lock_act(pk, by=by, on=on),
        act_subject,
        ACTS,
        lambda act: act.served_on is not None,
        _act_name,
    )
)
register(
    Target(
        "measure",
        locked_measure,
        measure_subject,
        MEASURES,
        lambda row: row.served_on is not None,
        lambda row: row.number_text,
    )
)
