"""How often the staff of an office has changed: by this an actor built earlier is known to be out of date."""

from django.db import models


class StaffChange(models.Model):
    """Counts changes of an office's appointments, of its people's absences and of its acting heads.

    Written by triggers of those tables only (see the migration), each under the office's lock.
    """

    office_id = models.UUIDField(primary_key=True)
    changes = models.BigIntegerField()

    class Meta:
        db_table = "authority_staffchange"

    def __str__(self) -> str:
        return f"{self.office_id} {self.changes}"
