"""A saved text of a draft as a Word document: asked for by a person, written by the worker."""

from django.db import models

from qadaga.acts.models.act import APPOINTMENT, ActVersion
from qadaga.matters.models.base import Row


class WordCopy(Row):
    """One version's document; while `file` is empty the worker has still to write it, unless it `failed`."""

    version = models.OneToOneField(ActVersion, on_delete=models.PROTECT, related_name="word_copy")
    asked_by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    file = models.ForeignKey("documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    failed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(file__isnull=True) | models.Q(failed=False),
                name="wordcopy_written_or_failed",
            )
        ]

    def __str__(self) -> str:
        return str(self.version_id)
