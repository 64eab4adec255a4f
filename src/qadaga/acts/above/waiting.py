"""What of decisions on lower ones' records waits for a person in the lower and in the higher office.

A layer above adds its records with the same pieces.
"""

from qadaga.authority import barred
from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once. Every piece is a
# constant of ours.
_LOWER = """
(SELECT DISTINCT 'above_{kind}', r.id, {number}, {title}, NULL::date FROM above_decision d
JOIN {table} r ON r.id = d.subject_id
WHERE d.lower_office_id = %(office)s AND (d.noted_on IS NULL OR d.to_tell AND d.told_on IS NULL)
    AND (%(leads)s OR {whose}) AND r.id NOT IN ({barred})
ORDER BY 2 LIMIT 7)
"""
_UNDECIDED = """
(SELECT 'undecided_{kind}', r.id, {number}, {title}, NULL::date FROM above_decision d
JOIN {table} r ON r.id = d.subject_id
WHERE d.office_id = %(office)s AND d.kind = 'suspend' AND d.ended_on IS NULL AND %(leads)s
    AND r.id NOT IN ({barred})
ORDER BY d.decided_on, r.id LIMIT 7)
"""
_TAKEN = """
(SELECT 'taken_{kind}', r.id, {number}, {title}, r.due_on FROM {table} r
WHERE r.carrier_id = %(office)s AND (%(leads)s OR {mine})
    AND r.status NOT IN ({over}) AND r.id NOT IN ({barred})
ORDER BY r.due_on, r.id LIMIT 7)
"""


def decided(kind: str, table: str, number: str, title: str, whose: str) -> list[str]:
    """What was decided on records `r` of the kind: for the lower office to note and tell, for the higher one
    to decide at last. `whose` tells the records of the person.
    """
    pieces = {"kind": kind, "table": table, "number": number, "title": title, "whose": whose}
    return [one.format(**pieces, barred=barred.ids_sql(kind)) for one in (_LOWER, _UNDECIDED)]


def taken(kind: str, table: str, number: str, title: str, *, mine: str, over: str) -> str:
    """What the office carries on; `over` are the statuses in which nothing more is done."""
    pieces = {"kind": kind, "table": table, "number": number, "title": title, "mine": mine, "over": over}
    return _TAKEN.format(**pieces, barred=barred.ids_sql(kind))


_ACT = ("act", "acts_act", "coalesce(r.number_text, '')", "r.heading")
_MEASURE = ("measure", "acts_measure", "r.number_text", "r.ground")
WAITING = " UNION ALL ".join(
    [
        *decided(*_ACT, "r.author_id = %(me)s"),
        *decided(*_MEASURE, "r.issued_by_id = %(me)s"),
        taken(*_ACT, mine="r.author_id = %(me)s", over="'removed', 'withdrawn', 'cancelled', 'satisfied'"),
        taken(*_MEASURE, mine="false", over="'replied', 'cancelled'"),
    ]
)
implements("L.1.2", code="qadaga.acts.above.waiting")
