"""Staging of an import: the file's rows wait here, checked, until all of them may go in."""

from django.db import models
from django.db.models import Q

from qadaga.appeals.kinds import ImportState
from qadaga.common.ids import new_id


class ImportRun(models.Model):
    """One file of one office. The same file (by SHA-256) is one run: a stopped run goes on where it stood."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+", db_index=False)
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=ImportState.choices)
    started_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", db_index=False)
    started_on = models.DateField()
    rows = models.PositiveIntegerField(default=0)
    imported = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)

    class Meta:
        """Table options and invariants."""

        db_table = "appeals_import_run"
        constraints = [
            models.UniqueConstraint(fields=["office", "sha256"], name="appeals_import_once"),
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="appeals_import_state"),
        ]

    def __str__(self) -> str:
        """The state."""
        return f"{self.state} {self.started_on}"


class ImportRow(models.Model):
    """One checked row of a run, as clean data; deleted when its batch is committed."""

    id = models.BigAutoField(primary_key=True)
    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="staged", db_index=False)
    line = models.PositiveIntegerField()
    data = models.JSONField()

    class Meta:
        """Table options and invariants."""

        db_table = "appeals_import_row"
        constraints = [models.UniqueConstraint(fields=["run", "line"], name="appeals_import_line_once")]

    def __str__(self) -> str:
        """The line."""
        return f"line {self.line}"
