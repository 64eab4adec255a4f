"""Violations recorded before and answered by nothing yet wait for an act from now on as well (O.8.d3)."""

from django.db import migrations

# The figure of the term `violation_respond` on the day of this migration.
_FILL = """
UPDATE matters_violation v SET answer_by = v.found_on + 10
FROM matters_matter m
WHERE m.id = v.matter_id AND m.status <> 'closed' AND v.removed_on IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM acts_act_violations l JOIN acts_act a ON a.id = l.act_id
        WHERE l.violation_id = v.id AND a.signed_on IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM matters_liability b WHERE b.violation_id = v.id)
    AND NOT EXISTS (
        SELECT 1 FROM acts_ordered d JOIN acts_measure e ON e.id = d.measure_id
        WHERE e.matter_id = v.matter_id AND e.kind <> 'request' AND e.issued_on >= v.found_on)
"""


class Migration(migrations.Migration):
    dependencies = [("acts", "0012_follow"), ("matters", "0019_standing")]

    operations = [migrations.RunSQL(_FILL, migrations.RunSQL.noop)]
