"""Staging of an import: the file's rows wait here, checked, until all of them may go in."""

from django.db import models
from django.db.models import Q

from qadaga.appeals.kinds import ImportJobState, ImportState
from qadaga.common.clock import now
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


class ImportJob(models.Model):
    """A file that somebody uploaded to be imported: what its check found, and what came of it.

    `rows` were looked through, `faults` holds the first of the `fault_count` cells that cannot be taken (all
    stand in `error_file`); `imported` and `known` tell what this job added and what was there already.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+", db_index=False)
    appointment = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", db_index=False)
    language = models.CharField(max_length=2)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ImportJobState.choices, default=ImportJobState.WAITING)
    asked_on = models.DateField()
    rows = models.PositiveIntegerField(default=0)
    written = models.PositiveIntegerField(default=0)
    imported = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    fault_count = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    error_file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    run = models.ForeignKey(ImportRun, models.PROTECT, null=True, related_name="jobs")
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        """Table options and invariants."""

        db_table = "appeals_import_job"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ImportJobState.values), name="appeals_import_job_state"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["checked", "writing", "done"]) | Q(fault_count=0),
                name="appeals_import_job_without_faults",
            ),
        ]
        indexes = [models.Index(fields=["office", "id"], name="appeals_import_job_office")]

    def __str__(self) -> str:
        """The state."""
        return f"{self.state} {self.asked_on}"


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
