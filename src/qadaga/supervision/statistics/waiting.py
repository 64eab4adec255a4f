"""Demands to correct records that wait for an answer: before who leads the office and the officer."""

from qadaga.law.coverage import implements

# Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
WAITING = """
(SELECT 'records_demanded', r.id, r.number_text, b.name_ru, r.due_on
FROM records_recordscheck r JOIN matters_body b ON b.id = r.body_id
WHERE (%(leads)s OR r.officer_id = %(me)s) AND r.office_id = ANY(%(own)s::uuid[])
    AND r.status = 'demanded' AND r.due_on IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM matters_complainedof c WHERE c.matter_id = r.matter_id AND c.person_id = %(reader)s)
ORDER BY r.due_on + 0, r.id LIMIT 7)
"""
implements("L.3.8", "O.8.d3", code="qadaga.supervision.statistics.waiting")
