"""Rows of the journal, written by `journal.services` only; the database refuses every change to them."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q


class ChainKind(models.IntegerChoices):
    """An office keeps two chains: readings of cards and decisions never wait for each other."""

    WORK = 0, "work"
    READS = 1, "reads"


class Chain(models.Model):
    """The head of an office's chain: how many entries it has and the hash of the last one."""

    office_id = models.UUIDField()
    kind = models.PositiveSmallIntegerField(choices=ChainKind.choices)
    seq = models.BigIntegerField(default=0)
    hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "journal_chain"
        constraints = [
            models.UniqueConstraint(fields=["office_id", "kind"], name="journal_chain_one_head"),
            models.CheckConstraint(condition=Q(seq__gte=0), name="journal_chain_seq_not_negative"),
        ]


class Entry(models.Model):
    """What was done or read: by whom, when, about what, on which ruling; linked to the entry before it.

    No foreign keys: an entry outlives whatever it speaks of, and the table can be split by time or by office.
    """

    id = models.BigAutoField(primary_key=True)
    office_id = models.UUIDField()
    kind = models.PositiveSmallIntegerField(choices=ChainKind.choices)
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    on = models.DateField()
    action = models.CharField(max_length=64)
    subject_kind = models.CharField(max_length=32)
    subject_id = models.UUIDField()
    person_id = models.UUIDField(null=True)
    appointment_id = models.UUIDField(null=True)
    by_office_id = models.UUIDField(null=True)
    ruling = models.JSONField(null=True)
    data = models.JSONField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "journal_entry"
        # The unique key also serves an office's newest entries; ids grow with time, so the two-column indexes
        # give a timeline and a person's trail in order, and BRIN keeps a time range cheap at a billion rows.
        constraints = [
            models.UniqueConstraint(fields=["office_id", "kind", "seq"], name="journal_entry_one_place"),
        ]
        indexes = [
            models.Index(fields=["subject_id", "id"], name="journal_entry_subject"),
            models.Index(
                fields=["person_id", "id"], name="journal_entry_person", condition=Q(person_id__isnull=False)
            ),
            BrinIndex(fields=["at"], name="journal_entry_at", pages_per_range=64),
        ]
