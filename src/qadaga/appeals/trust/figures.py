"""Public trust in figures, counted when they are looked at: nothing is kept that could grow old (O.8.d7).

Where each comes from: answers sent and challenged, from the register of appeals; opinions, from what the
registry recorded in the applicants' words.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.database.prepared import prepared_cursor
from qadaga.law.coverage import implements

_COUNT = """
SELECT q.starts, n.answered, n.challenged, s.asked, s.satisfied
FROM unnest(%(starts)s::date[], %(ends)s::date[]) q(starts, ends)
CROSS JOIN LATERAL (
    SELECT count(*) AS answered, count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM appeals_appeal c WHERE c.challenges_id = a.id AND c.status <> 'annulled')) AS challenged
    FROM appeals_appeal a JOIN appeals_answer w ON w.appeal_id = a.id
    WHERE a.office_id = %(office)s AND a.registered_on < q.ends AND a.registered_on >= q.starts - 366
        AND w.sent_on >= q.starts AND w.sent_on < q.ends
) n
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE o.satisfaction <> 'silent') AS asked,
        count(*) FILTER (WHERE o.satisfaction = 'satisfied') AS satisfied
    FROM trust_opinion o
    WHERE o.office_id = %(office)s AND o.said_on >= q.starts AND o.said_on < q.ends
) s
ORDER BY q.starts DESC
"""


@dataclass(frozen=True, slots=True)
class Trust:
    """Answers sent in a quarter, how many were challenged; applicants who said something, the satisfied."""

    starts_on: date
    answered: int
    challenged: int
    asked: int
    satisfied: int

    @property
    def challenged_share(self) -> int | None:
        """The share of answers challenged, in per cent; None where none was sent."""
        return _share(self.challenged, self.answered)

    @property
    def satisfied_share(self) -> int | None:
        """The share of the satisfied among those who said something, in per cent; None where nobody did."""
        return _share(self.satisfied, self.asked)


@implements("O.8.d7")
def of_quarters(office_id: UUID, *starts_on: date) -> list[Trust]:
    """The figures of the office in the quarters that begin on the days, the newest first. One query."""
    ends = [quarter_after(day) for day in starts_on]
    with prepared_cursor() as cursor:
        cursor.execute(_COUNT, {"office": office_id, "starts": list(starts_on), "ends": ends})
        return [Trust(*row) for row in cursor.fetchall()]


def of_quarter(office_id: UUID, starts_on: date) -> Trust:
    """The figures of the office in the quarter that begins on the day."""
    (found,) = of_quarters(office_id, starts_on)
    return found


def quarter_of(on: date) -> date:
    """The first day of the quarter of the day."""
    return on.replace(month=(on.month - 1) // 3 * 3 + 1, day=1)


def quarter_before(starts_on: date) -> date:
    """The first day of the quarter before."""
    year, month = (starts_on.year - 1, 10) if starts_on.month == 1 else (starts_on.year, starts_on.month - 3)
    return date(year, month, 1)


def quarter_after(starts_on: date) -> date:
    """The first day of the next quarter."""
    year, month = (starts_on.year + 1, 1) if starts_on.month == 10 else (starts_on.year, starts_on.month + 3)
    return date(year, month, 1)


def _share(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None
