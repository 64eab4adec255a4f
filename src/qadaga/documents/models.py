"""Rows of files and of numbers given."""

from django.db import models
from django.db.models import Q

from qadaga.common import clock, ids


class StoredFile(models.Model):
    """One file as somebody gave it in: its name is theirs, its bytes lie under their SHA-256, once."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    mime = models.CharField(max_length=100)
    name = models.CharField(max_length=160)
    person_id = models.UUIDField(null=True)
    appointment_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "documents_stored_file"
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="documents_stored_file_not_empty"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="documents_stored_file_sha256_form"
            ),
        ]
        indexes = [models.Index(fields=["sha256"], name="documents_stored_file_sha256")]


class Counter(models.Model):
    """The last number given in an office's register of a year; the next one locks this row until commit."""

    office_id = models.UUIDField()
    year = models.PositiveSmallIntegerField()
    register = models.CharField(max_length=32)
    last = models.PositiveIntegerField()

    class Meta:
        db_table = "documents_counter"
        constraints = [
            models.UniqueConstraint(
                fields=["office_id", "register", "year"], name="documents_counter_one_row"
            ),
            models.CheckConstraint(condition=Q(last__gt=0), name="documents_counter_starts_at_one"),
        ]
