"""What of decisions on lower ones' acts waits for a person in the lower and in the higher office."""

from qadaga.authority import barred
from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
_LOWER = """
(SELECT DISTINCT 'above_{kind}', r.id, {number}, {title}, NULL::date FROM above_decision d
JOIN acts_{kind} r ON r.id = d.subject_id
WHERE d.lower_office_id = %(office)s AND (d.noted_on IS NULL OR d.to_tell AND d.told_on IS NULL)
    AND (%(leads)s OR r.{whose}_id = %(me)s) AND r.id NOT IN ({barred})
ORDER BY 2 LIMIT 7)
"""
_UNDECIDED = """
(SELECT 'above_undecided', a.id, coalesce(a.number_text, ''), a.heading, NULL::date FROM above_decision d
JOIN acts_act a ON a.id = d.subject_id
WHERE d.office_id = %(office)s AND d.kind = 'suspend' AND d.ended_on IS NULL AND %(leads)s
    AND a.id NOT IN ({barred})
ORDER BY d.decided_on, a.id LIMIT 7)
"""
_TAKEN = """
(SELECT 'above_taken', a.id, coalesce(a.number_text, ''), a.heading, a.due_on FROM acts_act a
WHERE a.carrier_id = %(office)s AND (%(leads)s OR a.author_id = %(me)s)
    AND a.status NOT IN ('removed', 'withdrawn', 'cancelled', 'satisfied') AND a.id NOT IN ({barred})
ORDER BY a.due_on, a.id LIMIT 7)
"""


def _lower(kind: str, number: str, title: str, whose: str) -> str:
    return _LOWER.format(kind=kind, number=number, title=title, whose=whose, barred=barred.ids_sql(kind))


WAITING = " UNION ALL ".join(
    [
        _lower("act", "coalesce(r.number_text, '')", "r.heading", "author"),
        _lower("measure", "r.number_text", "r.ground", "issued_by"),
        _UNDECIDED.format(barred=barred.ids_sql("act")),
        _TAKEN.format(barred=barred.ids_sql("act")),
    ]
)
implements("L.1.2", code="qadaga.acts.above.waiting")
