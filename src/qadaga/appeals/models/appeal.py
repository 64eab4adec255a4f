"""The appeal itself: one row a registration; nothing is ever deleted."""

from django.db import models
from django.db.models import F, Q

from qadaga.appeals.kinds import AnonymousGround, Kind, Language, Status, Way
from qadaga.authority.lists.indexes import family, leading
from qadaga.common.ids import new_id


class Appeal(models.Model):
    """One registered appeal. `office` considers it; `region_id` repeats the office's region for flat lists.

    `register` and `year` name the numbering the number was taken from: our own ("appeal") or the source
    register of an import ("import"). `due_on` repeats the running term's date: an index that can be rebuilt.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    register = models.CharField(max_length=40, default="appeal")
    year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=60)
    coupon = models.CharField(max_length=20, unique=True)
    office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+", db_index=False)
    region_id = models.UUIDField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    language = models.CharField(max_length=8, choices=Language.choices)
    way = models.CharField(max_length=16, choices=Way.choices)
    arrived_on = models.DateField()
    registered_on = models.DateField()
    registered_by = models.ForeignKey(
        "staff.Appointment", models.PROTECT, related_name="+", db_index=False, null=True
    )
    summary = models.TextField()
    attachments_note = models.TextField(blank=True, default="")
    paper_place = models.CharField(max_length=200, blank=True, default="")
    body = models.ForeignKey("matters.Body", models.PROTECT, related_name="+", null=True, db_index=False)
    body_name = models.CharField(max_length=300, blank=True, default="")
    official = models.ForeignKey("staff.Person", models.PROTECT, related_name="+", null=True, db_index=False)
    official_name = models.CharField(max_length=200, blank=True, default="")
    anonymous = models.BooleanField(default=False)
    anonymous_ground = models.CharField(
        max_length=16, choices=AnonymousGround.choices, blank=True, default=""
    )
    oral = models.BooleanField(default=False)
    minor = models.BooleanField(default=False)
    detained = models.BooleanField(default=False)
    repeats = models.ForeignKey("self", models.PROTECT, related_name="repeated_by", null=True)
    challenges = models.ForeignKey("self", models.PROTECT, related_name="challenged_by", null=True)
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.REGISTERED)
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="appeals", null=True)
    due_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Table options, invariants and indexes."""

        db_table = "appeals_appeal"
        indexes = [
            models.Index(fields=["number"], name="appeals_appeal_number"),
            leading("appeals_appeal_body", "body", "registered_on", nullable=True),
            models.Index(
                fields=["official"], name="appeals_appeal_official", condition=Q(official__isnull=False)
            ),
            *family("appeal_registered", "registered_on", plain=True, region="region_id"),
            *family("appeal_due", "due_on", partial=True, region="region_id"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "register", "year", "number"], name="appeals_number_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="appeals_kind"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="appeals_way"),
            models.CheckConstraint(condition=Q(language__in=Language.values), name="appeals_language"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="appeals_status"),
            models.CheckConstraint(
                condition=Q(registered_on__gte=F("arrived_on")), name="appeals_arrived_before_registered"
            ),
            models.CheckConstraint(condition=~Q(summary=""), name="appeals_has_summary"),
            models.CheckConstraint(condition=~Q(number=""), name="appeals_has_number"),
            models.CheckConstraint(
                condition=Q(anonymous=True) | Q(anonymous_ground=""), name="appeals_anonymous_ground"
            ),
            models.CheckConstraint(
                condition=Q(anonymous_ground__in=AnonymousGround.values), name="appeals_known_ground"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.IN_MATTER) | Q(matter__isnull=False), name="appeals_in_matter"
            ),
            models.CheckConstraint(
                condition=Q(repeats__isnull=True) | ~Q(repeats=F("id")), name="appeals_repeats_another"
            ),
            models.CheckConstraint(
                condition=Q(challenges__isnull=True) | ~Q(challenges=F("id")),
                name="appeals_challenges_another",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("registered_on")),
                name="appeals_closed_after_registered",
            ),
        ]

    def __str__(self) -> str:
        """The number, as printed on the coupon."""
        return self.number
