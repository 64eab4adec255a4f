"""A look-up in an outside register (O.8.6): ruled on and journalled before it goes out, its answer kept.

The question goes out between two transactions: nothing is locked while an outside register thinks, and a
question that got no answer stands in the journal as asked. So whoever has a transaction of their own, as
every form and every call of the API has, uses `ask`.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_bin, parse_iin
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters import change, grounds
from qadaga.matters.dates import choice
from qadaga.matters.models import Matter
from qadaga.matters.services.base import text
from qadaga.matters.step import stored
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import MATTER
from qadaga.staff.models import Appointment
from qadaga.supervision.gateway import records
from qadaga.supervision.gateway.choices import LookUpStatus, Register
from qadaga.supervision.gateway.client import Gateway, NoAnswer
from qadaga.supervision.gateway.models import LookUp

POWER, SPECIAL = "systems.consult", "special_records.consult"
MOST_AN_HOUR = 20
HOUR = timedelta(hours=1)
LOST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of which register, on which ground of the catalogue, and what for.

    `record` is the kind of special records, where they are asked.
    """

    register: str
    number: str
    ground: str
    purpose: str
    record: str = ""


@implements("O.8.6", "L.3.8")
def look_up(*, matter_id: UUID, question: Question, by: Actor, on: date, of: Gateway | None = None) -> LookUp:
    """Ask a register and keep its answer; never within a transaction. Raises as `ask`.

    `of` is another gateway than that of the settings: the demonstration asks the simulator.
    A register that fails is no error: the look-up says what went wrong.
    """
    return _answered(_asked(matter_id, _clean(question, on), by, on, of), by, on, of)


@implements("O.8.6", "L.3.8")
def ask(*, matter_id: UUID, question: Question, by: Actor, on: date) -> LookUp:
    """Note the question; it goes out once the transaction around is committed, and the answer is kept then.

    Raises InvalidInput, NotPermitted, NotFound; Conflict: no gateway is set up, the person asked too often
    within the hour, the same was asked today. What is returned is asked, not answered.
    """
    made = _asked(matter_id, _clean(question, on), by, on, None)
    transaction.on_commit(partial(_answered, made, by, on, None))
    return made


def _answered(made: LookUp, by: Actor, on: date, of: Gateway | None) -> LookUp:
    """What came back, kept: an answer, that nothing is known, or why there is none."""
    try:
        found, words = (of or gateway()).ask(_outgoing(made))
    except NoAnswer as error:
        return _finish(made, by, on, status=LookUpStatus.FAILED, fault=error.fault)
    status = LookUpStatus.ANSWERED if found else LookUpStatus.NOTHING
    digest = hashlib.sha256(words.encode()).hexdigest()
    return _finish(made, by, on, status=status, answer=words, sha256=digest)


def gateway() -> Gateway:
    """The gateway of the settings. Raises Conflict where none is set up."""
    if not settings.QADAGA_GATEWAY_URL:
        raise Conflict("no_gateway", N_("No gateway to outside registers is set up. Ask the administrator."))
    return Gateway(settings.QADAGA_GATEWAY_URL, settings.QADAGA_GATEWAY_KEY, settings.QADAGA_GATEWAY_SECONDS)


def _clean(question: Question, on: date) -> Question:
    register = choice("register", question.register, Register.values)
    parse = parse_bin if register == Register.ORGANISATIONS else parse_iin
    number = parse(question.number, field="number").value
    purpose = text("purpose", question.purpose, 500, multiline=False)
    record = _record(register, question.record, on)
    return Question(register, number, question.ground, purpose, record)


def _record(register: str, kind: str, on: date) -> str:
    """The kind of special records, one that is kept on the day; none for other registers."""
    if register != Register.SPECIAL:
        return ""
    known = [row.id for row in records.on_day(on)]
    if not kind:
        raise InvalidInput.of(
            "record", "required", N_("Say which special records are asked: each kind is asked on its own.")
        )
    return choice("record", kind, known)


@transaction.atomic
def _asked(matter_id: UUID, question: Question, by: Actor, on: date, of: Gateway | None) -> LookUp:
    rows = Matter.objects.select_related("holder", "office", "body")
    matter = change.locked(rows, matter_id, by=by, on=on)
    power, subject = _power(question.register), _subject(matter, question.register, by, on)
    ruling = authority.require(by, power, subject, on=on, ground=question.ground)
    MATTER.move(matter.status, power)
    grounds.require(matter, question.ground)
    # Nothing is asked, and nothing journalled, where there is nobody to ask.
    _ = of or gateway()
    _refuse_often(by)
    _refuse_twice(matter, question, on)
    made = LookUp.objects.create(
        matter=matter,
        office=matter.office,
        region_id=matter.region_id,
        register=question.register,
        record=question.record or None,
        ground=question.ground,
        purpose=question.purpose,
        sought=question.number,
        status=LookUpStatus.ASKED,
        asked_at=clock.now(),
        asked_on=on,
        asked_by_id=by.appointment_id,
        ruling=stored(ruling, by, power, subject, on, ground=question.ground),
    )
    change.write(
        office_id=matter.holder_id,
        power=power,
        subject=made,
        kind="lookup",
        by=by,
        on=on,
        ruling=ruling,
        data={"matter": matter.id, "register": made.register, "record": made.record, "ground": made.ground},
    )
    return made


def _power(register: str) -> str:
    """Special records are consulted by a power of their own (L.3.8)."""
    return SPECIAL if register == Register.SPECIAL else POWER


def _subject(matter: Matter, register: str, by: Actor, on: date) -> Subject:
    kind = "records" if register == Register.SPECIAL else "matter"
    return subject_of(matter, by, on, kind=kind)


def _refuse_often(by: Actor) -> None:
    """One question of a person at a time is counted: parallel ones cannot slip past the limit together."""
    Appointment.objects.select_for_update(no_key=True).only("id").get(pk=by.appointment_id)
    asked = LookUp.objects.filter(asked_by=by.appointment_id, asked_at__gt=clock.now() - HOUR).count()
    if asked >= MOST_AN_HOUR:
        raise Conflict(
            "too_often",
            N_(
                "%(most)s look-ups within an hour are the most one person may make. Wait, or ask a colleague."
            ),
            most=MOST_AN_HOUR,
        )


def _refuse_twice(matter: Matter, question: Question, on: date) -> None:
    asked = {"matter": matter, "register": question.register, "sought": question.number, "asked_on": on}
    asked["record"] = question.record or None
    # Whoever asked may have gone down before an answer came: that question was lost, and may be asked again.
    lost = Q(status=LookUpStatus.ASKED, asked_at__lt=clock.now() - LOST)
    known = LookUp.objects.filter(**asked).exclude(Q(status=LookUpStatus.FAILED) | lost)
    if known.exists():
        raise Conflict(
            "asked_already",
            N_("The same was asked today in this matter: open that look-up, its answer is kept."),
        )


def _outgoing(made: LookUp) -> dict[str, str]:
    return {
        **({"record": made.record} if made.record else {}),
        **{"id": str(made.id), "register": made.register, "number": made.sought, "ground": made.ground},
        **{"office": made.matter.holder.code, "matter": made.matter.number_text},
    }


@transaction.atomic
def _finish(made: LookUp, by: Actor, on: date, *, status: LookUpStatus, **columns: str) -> LookUp:
    change.advance(made, status, answered_at=clock.now(), **columns)
    power = _power(made.register)
    ruling = authority.offered(by, power, _subject(made.matter, made.register, by, on), on)
    change.write(
        office_id=made.matter.holder_id,
        power=power,
        subject=made,
        kind="lookup",
        by=by,
        on=on,
        ruling=ruling,
        data={"matter": made.matter_id, "status": status.value, "fault": columns.get("fault", "")},
    )
    return made
