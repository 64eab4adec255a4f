"""Builds the actor of a request in one query: the appointment, its person, the office's standing."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from qadaga.authority.actor import SILENCE, Actor, Ringing
from qadaga.common import clock
from qadaga.database.prepared import prepared_cursor
from qadaga.law import catalogue
from qadaga.law.model import Who
from qadaga.offices import selectors as offices

# Every request asks this: written out, it costs a tenth of what building it anew did.
_HELD = """
SELECT p.user_id, p.id, a.id, a.office_id, o.region_id, o.code, a.post,
    concat_ws(' ', nullif(p.last_name, ''), nullif(p.first_name, ''), nullif(p.middle_name, '')),
    coalesce(u.language, 'ru'), o.kind, o.level, a.officer,
    EXISTS (SELECT 1 FROM staff_absence x WHERE x.person_id = a.person_id
        AND (x.appointment_id IS NULL OR x.appointment_id = a.id) AND {x}),
    EXISTS (SELECT 1 FROM staff_actinghead n WHERE n.appointment_id = a.id AND {n}),
    EXISTS (SELECT 1 FROM staff_appointment h WHERE h.office_id = a.office_id AND h.heads AND {h}
        AND NOT EXISTS (SELECT 1 FROM staff_absence x WHERE x.person_id = h.person_id
            AND (x.appointment_id IS NULL OR x.appointment_id = h.id) AND {x})),
    ({standing}),
    (SELECT coalesce(string_agg(y.direction, ' '), '') FROM duties_duty y
        JOIN duties_distribution d ON d.id = y.distribution_id WHERE y.appointment_id = a.id AND {d}),
    coalesce((SELECT c.changes FROM authority_staffchange c WHERE c.office_id = a.office_id), 0),
    (SELECT json_build_array(count(*), extract(epoch FROM min(r.due_at)))::text FROM alarms_hearing g
        JOIN alarms_alarm r ON r.id = g.alarm_id
        WHERE g.running AND g.office_id = a.office_id AND a.officer AND (NOT g.leaders_only OR a.heads
            OR a.post = ANY(%(deputies)s)
            OR EXISTS (SELECT 1 FROM staff_actinghead n WHERE n.appointment_id = a.id AND {n})))
FROM staff_appointment a
JOIN staff_person p ON p.id = a.person_id
JOIN offices_office o ON o.id = a.office_id
LEFT JOIN accounts_user u ON u.id = p.user_id
WHERE a.id = %(id)s AND {a}
"""
_IN_FORCE = "{0}.starts_on <= %(on)s AND ({0}.ends_on IS NULL OR {0}.ends_on > %(on)s)"
_QUERY = _HELD.format(
    **{alias: _IN_FORCE.format(alias) for alias in "xnhad"}, standing=offices.standing_sql("a.office_id")
)


class _Held(NamedTuple):
    """The columns of `_HELD` in their order."""

    user_id: UUID | None
    person_id: UUID
    appointment_id: UUID
    office_id: UUID
    region_id: UUID
    office_code: str
    post: str
    name: str
    language: str
    kind: str
    level: int
    officer: bool
    absent: bool
    named: bool
    head_present: bool
    place: str
    duties: str
    changes: int
    ringing: str


def actor_for(appointment_id: UUID, on: date) -> Actor | None:
    """The actor acting under the appointment on the day; None where it is not in force then (dismissal)."""
    held = _appointment(appointment_id, on)
    if held is None:
        return None
    place = offices.read_standing(held.place)
    return Actor(
        user_id=held.user_id,
        person_id=held.person_id,
        appointment_id=held.appointment_id,
        office_id=held.office_id,
        region_id=held.region_id,
        office_code=held.office_code,
        predecessors=frozenset(place.predecessors),
        post=held.post,
        name=held.name,
        language=held.language,
        day=on,
        today=_who(held, place),
        lookup=who_on,
        changes=held.changes,
        duties=frozenset(held.duties.split()),
        ringing=_ringing(held.ringing),
    )


def who_on(appointment_id: UUID, on: date) -> Who | None:
    """The holder of the appointment as the law sees them on the day; None where it is not in force."""
    held = _appointment(appointment_id, on)
    return None if held is None else _who(held, offices.read_standing(held.place))


def _appointment(appointment_id: UUID, on: date) -> _Held | None:
    with prepared_cursor() as cursor:
        cursor.execute(_QUERY, {"id": appointment_id, "on": on, "deputies": _deputies(on)})
        row = cursor.fetchone()
    return None if row is None else _Held(*row)


def _who(held: _Held, place: offices.Standing) -> Who:
    return Who(
        post=held.post,
        office=held.office_code,
        office_kind=held.kind,
        level=held.level,
        path=place.path,
        spheres=place.spheres,
        territory=place.kato,
        officer=held.officer,
        acting=held.named and not held.head_present and not held.absent,
        succeeds=frozenset(place.predecessors.values()),
    )


def _deputies(on: date) -> list[str]:
    return [post.id for post in catalogue.law().at(on).posts.values() if post.deputy]


def _ringing(text: str) -> Ringing:
    count, due = json.loads(text)
    return Ringing(count, datetime.fromtimestamp(due, clock.ZONE)) if count else SILENCE
