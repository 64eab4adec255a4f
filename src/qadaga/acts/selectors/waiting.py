"""What waits for a person though no register of their office shows it: called-up matters, requests, acts
passed up.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from qadaga.acts.choices import ActStatus, MeasureStatus
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.database.prepared import prepared_cursor
from qadaga.matters.choices import MatterStatus

# Everybody's first page asks this: written out, it is planned once and not built anew each time. Planned
# without its values, `office_id = ANY(…) ORDER BY due_on LIMIT 7` would walk through the rows of the nation
# until seven of these offices came by. Sorted by `due_on + 0`, which no index holds, it reads only theirs.
_CALLED_UP = """
SELECT 'called_up', m.id, m.number_text, m.title, m.due_on FROM matters_matter m
WHERE m.holder_id = %(office)s AND m.holder_id <> m.office_id AND m.office_id <> ALL(%(own)s::uuid[])
    AND {kept}
    AND (m.assignee_id = %(me)s AND m.status = ANY(%(in_work)s::text[])
        OR %(leads)s AND m.status = %(to_assign)s)
ORDER BY m.due_on, m.id LIMIT 7
"""
_REQUESTS = """
SELECT 'request', r.id, r.number_text, r.ground, r.due_on FROM acts_measure r
WHERE r.issued_by_id = %(me)s AND r.status = ANY(%(unanswered)s::text[])
    AND r.carrier_id IS NULL AND {kept}
ORDER BY r.due_on, r.id LIMIT 7
"""
# A request goes with its matter: whoever takes the matter over waits for the reply.
_INHERITED = """
SELECT 'request', r.id, r.number_text, r.ground, r.due_on FROM acts_measure r
JOIN matters_matter m ON m.id = r.matter_id
WHERE m.assignee_id = %(me)s AND r.issued_by_id <> %(me)s AND r.status = ANY(%(unanswered)s::text[])
    AND r.carrier_id IS NULL AND {kept}
ORDER BY r.due_on, r.id LIMIT 7
"""
_PASSED_UP = """
SELECT 'passed_up', a.id, a.number_text, a.heading, a.due_on FROM acts_act a
JOIN matters_matter m ON m.id = a.matter_id
WHERE %(leads)s AND a.status = %(escalated)s AND m.holder_id <> %(office)s AND {kept}
    AND EXISTS (SELECT 1 FROM acts_escalation e WHERE e.act_id = a.id AND e.to_office_id = %(office)s)
ORDER BY a.due_on, a.id LIMIT 7
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits. `sort`: called_up, request, passed_up or one of what was asked for besides."""

    sort: str
    id: UUID
    number: str
    title: str
    due_on: date | None

    def late(self, on: date) -> bool:
        """Whether its last day has passed on the day."""
        return self.due_on is not None and self.due_on < on


def waiting(actor: Actor, *, leads: bool, publishes: bool = False, also: str = "") -> list[Waiting]:
    """The most urgent seven of each sort, in one query.

    Matters of lower offices that this office has called up: to assign, where the person `leads` it, and
    those given to the person; requests without a reply, the person's own and those of the person's matters;
    acts that lower offices passed up to this one. Nothing that complains of the person. `publishes`: the
    person answers for publishing orders. `also` is a
    statement of a domain above with the same five columns, over the same values: the first page asks once.
    """
    values = {
        "office": actor.office_id,
        "on": actor.day,
        "own": list(actor.offices),
        "me": actor.appointment_id,
        "reader": actor.person_id,
        "today": actor.day,
        "leads": leads,
        "publishes": publishes,
        "language": actor.language,
        "to_assign": MatterStatus.OPENED,
        "in_work": [MatterStatus.ASSIGNED, MatterStatus.IN_WORK],
        "unanswered": [MeasureStatus.ISSUED, MeasureStatus.SERVED],
        "escalated": ActStatus.ESCALATED,
    }
    with prepared_cursor() as cursor:
        cursor.execute(_statement(also), values)
        return [Waiting(*row) for row in cursor.fetchall()]


@cache
def _statement(also: str) -> str:
    parts = [
        _CALLED_UP.format(kept=_kept("m.id", "matter")),
        _REQUESTS.format(kept=_kept("r.id", "measure")),
        _INHERITED.format(kept=_kept("r.id", "measure")),
        _PASSED_UP.format(kept=_kept("a.id", "act")),
        *([also] if also else []),
    ]
    return " UNION ALL ".join(f"({part})" for part in parts)


def _kept(key: str, kind: str) -> str:
    return f"{key} NOT IN ({barred.ids_sql(kind)})"
