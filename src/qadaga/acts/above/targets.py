"""On what an office above decides: how the record is locked, what the law is told, how it goes.

Acts and measures stand here; a layer above registers records of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.acts import searching
from qadaga.acts.models import Act, Measure
from qadaga.acts.services.base import COURSE as ACTS
from qadaga.acts.services.base import lock as lock_act
from qadaga.acts.services.measures import locked_measure
from qadaga.acts.subject import act_subject, measure_subject
from qadaga.acts.transitions import MEASURE
from qadaga.authority.actor import Actor
from qadaga.common.errors import NotFound
from qadaga.law.model import Subject
from qadaga.matters.seating import seated
from qadaga.matters.step import Course, Step
from qadaga.offices.models import Office


def into_register(step: Step[Any], office: Office) -> dict[str, Any]:
    """Whoever carries a record on has it in the own register."""
    return seated(step.row, office)


def _nothing(*_given: Any) -> None:
    return None


def _never(*_given: Any) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of record. `served` tells whether its addressee has it, `name` how a paper calls it.

    `stopped` is the status of a wholly suspended one; `keeps_due` that its last day stands while it waits.
    `longer` refuses a last day that a change may not give it; `shortened` tells that the new day is an
    earlier one, where the kind may be cut short. `carry` gives the columns that a taking over changes besides
    the carrier, and `carried` does what follows once they are written.
    """

    kind: str
    lock: Callable[[UUID, Actor, date], Any]
    subject: Callable[[Any, Actor, date], Subject]
    course: Course[Any]
    served: Callable[[Any], bool]
    name: Callable[[Any], str]
    stopped: str = "suspended"
    keeps_due: bool = False
    longer: Callable[[Any, date, date], None] = _nothing
    shortened: Callable[[Any, date], bool] = _never
    carry: Callable[[Step[Any], Office], dict[str, Any]] = into_register
    carried: Callable[[Any, Actor, date], None] = _nothing


MEASURES: Course[Measure] = Course(
    "measure", MEASURE, lambda row: row.acting_office.id, lambda row: {"matter": row.matter_id}
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


def _carry_act(step: Step[Any], office: Office) -> dict[str, Any]:
    # An unsigned draft goes over to the register of whoever carries it on; a signed act stays in its own.
    seat = into_register(step, office) if step.row.number is None else {}
    return {"author_id": step.by.appointment_id, **seat}


def _found_there(act: Act, _by: Actor, _on: date) -> None:
    searching.put(act, act.versions.order_by("-no")[0])


register(
    Target(
        "act",
        lambda pk, by, on: lock_act(pk, by=by, on=on),
        act_subject,
        ACTS,
        lambda act: act.served_on is not None,
        _act_name,
        carry=_carry_act,
        carried=_found_there,
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
