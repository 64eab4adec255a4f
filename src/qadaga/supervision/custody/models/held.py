"""A person found held unlawfully, and the resolution of the prosecutor that ends it (O.8.d6, L.3.6)."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear

from qadaga.acts.choices import Language
from qadaga.authority.lists.indexes import family, leading
from qadaga.matters import deaths
from qadaga.matters.models import Matter, ProtectedPerson
from qadaga.matters.models.base import Row, filled, in_status, one_of, together
from qadaga.matters.models.paper import FrozenPaper, frozen
from qadaga.supervision.custody.choices import HeldStatus, Wrong
from qadaga.supervision.custody.models.place import OFFICE, Place
from qadaga.supervision.custody.models.visit import APPOINTMENT, Visit


@deaths.noted
class HeldPerson(Row):
    """Who is held where, since when, on what paper, and why that is unlawful; found to the minute.

    Of somebody found without a network `found_at` is the device's moment (`device_at`) put right by how far
    its clock was off when it sent (`skew_seconds`); the service heard it at `told_at`. `death` says by which
    paper it is known that the person died while held. Of whoever has no IIN the birth day or year, where they
    say it, tells whether they were found here before.
    """

    place = models.ForeignKey(Place, models.PROTECT, related_name="held")
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="held")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=11, choices=HeldStatus.choices)
    wrong = models.CharField(max_length=9, choices=Wrong.choices)
    name = models.CharField(max_length=300)
    iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - not everybody found has papers
    birth_year = models.PositiveSmallIntegerField(null=True)
    born_on = models.DateField(null=True)
    minor = models.BooleanField(default=False)
    held_since = models.DateTimeField()
    paper = models.CharField(max_length=500)
    why = models.TextField()
    found_on = models.DateField()
    found_at = models.DateTimeField()
    found_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    key = models.UUIDField(null=True, unique=True)
    device_at = models.DateTimeField(null=True)
    skew_seconds = models.IntegerField(null=True)
    told_at = models.DateTimeField(null=True)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    protected = models.OneToOneField(ProtectedPerson, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    checked = models.TextField(null=True)  # noqa: DJ001 - together with checked_at
    died_on = models.DateField(null=True)
    death = models.TextField(null=True)  # noqa: DJ001 - together with died_on
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("held", "status", HeldStatus.values),
            one_of("held", "wrong", Wrong.values),
            *filled("held", "name", "paper", "why"),
            models.CheckConstraint(
                condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$"), name="held_iin"
            ),
            models.CheckConstraint(
                condition=Q(held_since__lte=F("found_at")), name="held_since_before_found"
            ),
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(birth_year=ExtractYear("born_on")),
                name="held_born_in_year",
            ),
            together("held", "checked", "checked_at", "checked_by", "checked"),
            together("held", "device", "key", "device_at", "skew_seconds", "told_at"),
            models.CheckConstraint(
                condition=Q(told_at__isnull=True) | Q(told_at__gte=F("found_at")),
                name="held_found_before_told",
            ),
            in_status("held", "checked_at", [HeldStatus.LAWFUL]),
            together("held", "died", "died_on", "death"),
            *filled("held", "death"),
            models.CheckConstraint(
                condition=Q(status="died", died_on__isnull=False)
                | (~Q(status="died") & Q(died_on__isnull=True)),
                name="held_died_by_status",
            ),
            # The same person is found in the same place for the same wrong once, until it is put right.
            models.UniqueConstraint(
                fields=["place", "iin", "wrong"],
                condition=Q(status__in=["found", "resolved"]),
                name="held_found_once",
            ),
            models.CheckConstraint(
                condition=Q(protected__isnull=True) | Q(matter__isnull=False, status="carried_out"),
                name="held_protected_in_matter",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("found_by")),
                name="held_checked_by_another",
            ),
        ]
        indexes = [
            *family("held_found", "found_on", plain=True),
            leading("held_by_finder", "found_by", "found_on"),
            models.Index(fields=["iin"], name="held_dead", condition=Q(died_on__isnull=False)),
            models.Index(fields=["iin"], name="held_iin", condition=Q(iin__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Resolution(FrozenPaper, Row):
    """The resolution issued in the prosecutor's own name: numbered, frozen, with the ruling it rests on.

    Then who of the administration carried it out, when to the minute, and how the person was told.
    """

    held = models.OneToOneField(HeldPerson, models.PROTECT, related_name="resolution")
    power = models.CharField(max_length=40)
    ground = models.CharField(max_length=40)
    language = models.CharField(max_length=2, choices=Language.choices)
    reasons = models.TextField()
    freed_at = models.DateTimeField(null=True)
    carried_by = models.CharField(max_length=300, null=True)  # noqa: DJ001 - together with freed_at
    told_how = models.CharField(max_length=200, null=True)  # noqa: DJ001 - together with freed_at
    recorded_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("resolution", "language", Language.values),
            *filled("resolution", "norm", "reasons", "number_text", "power"),
            *frozen("resolution"),
            together("resolution", "carried", "freed_at", "carried_by", "told_how", "recorded_by"),
            models.CheckConstraint(
                condition=Q(freed_at__isnull=True) | Q(freed_at__gte=F("signed_at")),
                name="resolution_freed_after_signed",
            ),
        ]
