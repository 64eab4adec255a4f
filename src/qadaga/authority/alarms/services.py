"""The clock of a duty: begun by the fact, called up the line when its minutes pass, ended by the act of law.

Every function is called inside the transaction of the change that it belongs to, at its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.authority.alarms.models import Alarm, Hearing
from qadaga.common import clock
from qadaga.journal import services as journal
from qadaga.law import catalogue
from qadaga.law.records import Duty
from qadaga.offices import selectors as offices
from qadaga.offices.models import Office

OWN, HIGHER = "own", "higher"


def begin(
    duty: str,
    *,
    subject: tuple[str, UUID],
    office: Office,
    at: datetime,
    by: Actor | None = None,
) -> Alarm | None:
    """Start the duty's minutes: the offices its record names hear it from now on.

    None where it runs already, or where no office is there to hear it. Raises KeyError for a duty without
    an alarm.
    """
    record = _with_alarm(duty, at)
    line = _line(record, office, at)
    running = Alarm.objects.filter(duty=duty, subject_id=subject[1], ended_at=None)
    if not line or running.exists():
        return None
    due, own = at + timedelta(minutes=record.alarm_minutes or 0), OWN in record.alarms
    alarm = Alarm.objects.create(
        duty=duty,
        subject_kind=subject[0],
        subject_id=subject[1],
        office=office,
        raised_at=at,
        raised_by_id=by.appointment_id if by else None,
        due_at=due,
        # A duty that only those above hear has called the first of them by beginning.
        escalated=0 if own else 1,
        next_at=due if HIGHER in record.alarms else None,
    )
    _hear(alarm, record, office, line)
    _record(alarm, "alarm.raised", line[0], at, by)
    return alarm


def fulfil(*, subject: tuple[str, UUID], power: str, by: Actor, at: datetime) -> int:
    """End every running alarm on the subject whose duty the power fulfils, and no other: how many."""
    rows = Alarm.objects.select_for_update(of=("self",)).select_related("office")
    mine = [
        row
        for row in rows.filter(subject_kind=subject[0], subject_id=subject[1], ended_at=None)
        if power in _duty(row.duty, at).fulfilled_by
    ]
    for alarm in mine:
        _end(alarm, at, power, by)
    return len(mine)


def pass_over(alarms: Iterable[Alarm], *, at: datetime) -> int:
    """End alarms whose fact has passed by itself (the head came back): how many."""
    ended = list(alarms)
    for alarm in ended:
        _end(alarm, at, "", None)
    return len(ended)


def pass_on(*, subject: tuple[str, UUID], office: Office, at: datetime) -> None:
    """Another office owes what runs on the subject: it and its line hear the same minutes from now on."""
    rows = Alarm.objects.select_for_update(of=("self",)).exclude(office=office)
    for alarm in rows.filter(subject_kind=subject[0], subject_id=subject[1], ended_at=None):
        record = _duty(alarm.duty, at)
        alarm.office = office
        alarm.save(update_fields=["office"])
        line = _line(record, office, at)
        Hearing.objects.filter(alarm=alarm).exclude(office__in=line).update(running=False)
        Hearing.objects.filter(alarm=alarm, office__in=line).delete()
        _hear(alarm, record, office, line)


def call_above(now: datetime) -> int:
    """Call the next office up the line for every alarm whose minutes are over: how many.

    Each in a transaction of its own: the journal of the office called keeps that it was.
    """
    due = list(Alarm.objects.filter(next_at__lte=now).order_by("next_at").values_list("id", flat=True)[:1000])
    return sum(_call(alarm_id, now) for alarm_id in due)


@transaction.atomic
def _call(alarm_id: UUID, now: datetime) -> bool:
    rows = Alarm.objects.select_for_update(of=("self",), skip_locked=True).select_related("office")
    alarm = rows.filter(id=alarm_id, next_at__lte=now).first()
    if alarm is None:
        return False  # it was fulfilled meanwhile
    record = _duty(alarm.duty, now)
    above = _above(alarm.office, now)
    called = above[alarm.escalated] if alarm.escalated < len(above) else None
    alarm.escalated += 1
    minutes = timedelta(minutes=record.alarm_minutes or 1)
    alarm.next_at = now + minutes if alarm.escalated < len(above) else None
    alarm.save(update_fields=["escalated", "next_at"])
    if called is None:
        return False
    changed = {"called_at": now, "leaders_only": True}
    Hearing.objects.update_or_create(alarm=alarm, office=called, defaults=changed)
    _record(alarm, "alarm.escalated", called, now, None)
    return True


def _hear(alarm: Alarm, record: Duty, office: Office, line: list[Office]) -> None:
    everybody = "@officers" in record.falls_on
    Hearing.objects.bulk_create(
        Hearing(
            alarm=alarm,
            office=heard,
            leaders_only=heard.id != office.id or not everybody,
            called_at=alarm.raised_at if heard is line[0] else None,
        )
        for heard in line
    )


def _end(alarm: Alarm, at: datetime, power: str, by: Actor | None) -> None:
    alarm.ended_at, alarm.ended_power, alarm.next_at = max(at, alarm.raised_at), power, None
    alarm.ended_by_id = by.appointment_id if by else None
    alarm.save(update_fields=["ended_at", "ended_power", "ended_by", "next_at"])
    Hearing.objects.filter(alarm=alarm).update(running=False)
    chain = _line(_duty(alarm.duty, at), alarm.office, at)[:1]
    _record(alarm, "alarm.ended", chain[0] if chain else alarm.office, at, by)


def _line(record: Duty, office: Office, at: datetime) -> list[Office]:
    """The offices that hear it, the nearest first."""
    own = [office] if OWN in record.alarms else []
    return own + (_above(office, at) if HIGHER in record.alarms else [])


def _above(office: Office, at: datetime) -> list[Office]:
    codes = offices.path(office, clock.local(at).date())[:-1]
    found = {row.code: row for row in Office.objects.filter(code__in=codes)}
    return [found[code] for code in reversed(codes) if code in found]


def _with_alarm(duty: str, at: datetime) -> Duty:
    record = _duty(duty, at)
    if record.alarm_minutes is None:
        raise KeyError(duty)
    return record


def _duty(duty: str, at: datetime) -> Duty:
    return catalogue.law().at(clock.local(at).date()).duties[duty]


def _record(alarm: Alarm, action: str, chain: Office, at: datetime, by: Actor | None) -> None:
    minutes = int(((alarm.ended_at or at) - alarm.raised_at).total_seconds() // 60)
    journal.record(
        office_id=chain.id,
        action=action,
        subject_kind=alarm.subject_kind,
        subject_id=alarm.subject_id,
        by=by.journal() if by else None,
        ruling=None,
        on=clock.local(at).date(),
        data={"duty": alarm.duty, "minutes": minutes, "power": alarm.ended_power},
    )
