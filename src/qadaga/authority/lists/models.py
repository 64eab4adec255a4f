"""Rows of the registers: what is searched, saved filters, exports."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from qadaga.common.clock import now
from qadaga.common.ids import new_id


class SearchEntry(models.Model):
    """What is searched of one appeal, matter, act or other record; `id` is that row's own id.

    Office and region are repeated in the vector as marks, so that the GIN index cuts by scope itself.
    """

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=12)
    office_id = models.UUIDField()
    region_id = models.UUIDField()
    day = models.DateField()
    number = models.CharField(max_length=64, blank=True)
    title = models.CharField(max_length=300, blank=True)
    vector = SearchVectorField()

    class Meta:
        indexes = [
            models.Index(fields=["day", "id"], name="searchentry_nation"),
            models.Index(fields=["region_id", "day", "id"], name="searchentry_region"),
            models.Index(fields=["office_id", "day", "id"], name="searchentry_office"),
            # In kB. What was written last waits in a list that every search reads through: 4 MB of it, as
            # the server has it, made a search of a million appeals take half as long again.
            GinIndex(fields=["vector"], name="searchentry_words", gin_pending_list_limit=256),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__regex=r"^[a-z_]+$"), name="searchentry_kind_form"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class SavedFilter(models.Model):
    """Values of a register's filters under an opaque id (decision 11); named ones are a person's saved views.

    Whoever opens the link sees the rows of their own scope.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    register = models.CharField(max_length=20)
    owner = models.ForeignKey("staff.Person", models.CASCADE, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    values = models.JSONField()
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "register", "name"], condition=~Q(name=""), name="savedfilter_name_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.id}"


class ExportJob(models.Model):
    """An export of a register under way or done; only its owner gets the file.

    `expected` rows are to be looked through (a bounded count), `looked` have been, `rows` were written.
    """

    STATES = ("waiting", "running", "done", "failed")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    register = models.CharField(max_length=20)
    owner = models.ForeignKey("staff.Person", models.CASCADE, related_name="+")
    appointment = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    request = models.JSONField()
    state = models.CharField(max_length=8, default="waiting")
    rows = models.PositiveIntegerField(default=0)
    looked = models.PositiveIntegerField(default=0)
    limited = models.BooleanField(default=False)
    expected = models.PositiveIntegerField(default=0)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=now, editable=False)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "running", "done", "failed")), name="exportjob_state_known"
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(state="done"),
                name="exportjob_done_has_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.state}"
