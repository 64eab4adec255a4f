"""Rows of the registers: what is searched, saved filters, exports."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from qadaga.common.clock import now
from qadaga.common.ids import new_id


class SearchEntry(models.Model):
    """What is searched of one appeal, matter or act; `id` is that row's own id.

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
            GinIndex(fields=["vector"], name="searchentry_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=("appeal", "matter", "act")), name="searchentry_kind_known"
            ),
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
