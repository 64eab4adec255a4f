"""Rows of the service of a person: ranks, the list of ranked posts, periods, the personal file."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from qadaga.common.ids import new_id
from qadaga.documents.models import StoredFile
from qadaga.offices.dated import Dated
from qadaga.organisation.personnel.kinds import EntryKind, Guarantee, GuaranteeState, RankHow
from qadaga.staff.models import Appointment, Person

_OPEN = Q(ends_on__isnull=True)


class RankedPost(Dated):
    """A post on the list of those with ranks of a ladder; `ground` names the President's act (L.2.4)."""

    post = models.CharField(max_length=40)
    ladder = models.CharField(max_length=8)
    act_on = models.DateField()

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["post", "ladder"], condition=_OPEN, name="ranked_post_once"),
            models.CheckConstraint(condition=Q(ladder__in=("class", "military")), name="ranked_post_ladder"),
            models.CheckConstraint(condition=~Q(ground=""), name="ranked_post_by_an_act"),
        ]


class RankCeiling(Dated):
    """The highest rank of a post on a ladder: a figure no source at hand confirms, edited as data."""

    post = models.CharField(max_length=40)
    ladder = models.CharField(max_length=8)
    rank = models.CharField(max_length=40)
    status = models.CharField(max_length=12, default="unverified")

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["post", "ladder"], condition=_OPEN, name="rank_ceiling_once"),
        ]


class RankHeld(Dated):
    """A rank held for a period; `how` is the ground it came by, `ended_how` the one it was taken by."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="ranks")
    rank = models.CharField(max_length=40)
    ladder = models.CharField(max_length=8)
    how = models.CharField(max_length=16, choices=RankHow.choices)
    ended_how = models.CharField(max_length=16, blank=True)

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(how__in=RankHow.values), name="rank_held_how"),
        ]


class ServicePeriod(Dated):
    """A period of a working life with its evidence (L.2.6); `ground` is the paper that proves it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="periods")
    kind = models.CharField(max_length=40)
    organisation = models.CharField(max_length=300)
    factor = models.CharField(max_length=40, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(ground=""), name="service_period_evidence"),
            models.UniqueConstraint(
                fields=["person", "kind", "starts_on", "organisation"],
                condition=Q(withdrawn_on__isnull=True),
                name="service_period_once",
            ),
        ]


class FileEntry(models.Model):
    """A dated record of the personal file (L.2.5); `ends_on` is the first day it no longer has effect."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="file_entries")
    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    title = models.CharField(max_length=300)
    detail = models.TextField(blank=True)
    number = models.CharField(max_length=100, blank=True)
    made_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, db_index=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="file_entry_kind"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("made_on")), name="file_entry_period"
            ),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.LEAVE, days__gt=0) | (~Q(kind=EntryKind.LEAVE) & Q(days=None)),
                name="file_entry_days_of_leave",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.made_on}"


class GuaranteeRequest(models.Model):
    """What somebody asked for as a guarantee of service, and what came of it (L.2.5)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="guarantees")
    sort = models.CharField(max_length=12, choices=Guarantee.choices)
    text = models.TextField()
    asked_on = models.DateField()
    state = models.CharField(max_length=8, choices=GuaranteeState.choices, default=GuaranteeState.ASKED)
    outcome = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(Appointment, models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=GuaranteeState.values), name="guarantee_state"),
            models.CheckConstraint(
                condition=(
                    Q(state=GuaranteeState.ASKED, decided_on=None, decided_by=None)
                    | (~Q(state=GuaranteeState.ASKED) & Q(decided_on__isnull=False, decided_by__isnull=False))
                ),
                name="guarantee_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sort} {self.asked_on}"
