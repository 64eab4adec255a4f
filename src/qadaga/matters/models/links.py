"""What ties a matter to people, higher offices and files."""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.choices import MoveGround, ToldWay
from qadaga.matters.models.base import Row, filled, one_of, together
from qadaga.matters.models.matter import Matter

ATTACHABLE = ("matter", "appeal", "act", "measure")


class ComplainedOf(Row):
    """Whom of the service the matter complains of: never given it, never decides in it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="complained_of")
    person = models.ForeignKey("staff.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "person"], name="complainedof_once")]

    def __str__(self) -> str:
        return str(self.person_id)


class ConflictDeclaration(Row):
    """A person's declared conflict of interest in a matter; it bars them from it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="conflicts")
    person = models.ForeignKey("staff.Person", on_delete=models.PROTECT, related_name="+")
    declared_on = models.DateField()
    declared_by = models.ForeignKey("staff.Appointment", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "person"], name="conflict_once"),
            *filled("conflict", "reason"),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class CalledUp(Row):
    """A higher office took the matter over from a lower one (L.1.2), or gave it to another (L.1.9).

    `ground` is that of a move; then `told_*` say when and how the applicant was told.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="called_up")
    from_office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    to_office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    by = models.ForeignKey("staff.Appointment", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    ground = models.CharField(max_length=24, choices=MoveGround.choices, default="", blank=True)
    told_on = models.DateField(null=True)
    told_way = models.CharField(max_length=12, choices=ToldWay.choices, null=True)  # noqa: DJ001 - with told_on
    told_by = models.ForeignKey(
        "staff.Appointment", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            one_of("calledup", "ground", ["", *MoveGround.values]),
            together("calledup", "told", "told_on", "told_way", "told_by"),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | ~Q(ground=""), name="calledup_told_of_move"
            ),
            models.CheckConstraint(
                condition=~Q(from_office=F("to_office")), name="calledup_to_another_office"
            ),
            *filled("calledup", "reason"),
        ]

    def __str__(self) -> str:
        return f"{self.from_office_id}→{self.to_office_id}"


class Told(Row):
    """Another office competent in the sphere and place of a record, and when and how it was told (L.1.9)."""

    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    raised_on = models.DateField()
    told_on = models.DateField(null=True)
    told_way = models.CharField(max_length=12, choices=ToldWay.choices, null=True)  # noqa: DJ001 - with told_on
    told_by = models.ForeignKey(
        "staff.Appointment", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"→{self.office_id}"


def told_once(table: str, record: str) -> list[models.BaseConstraint]:
    """Each office is told once of each `record`, on the day it was noted or later."""
    after = Q(told_on__isnull=True) | Q(told_on__gte=F("raised_on"))
    return [
        models.UniqueConstraint(fields=[record, "office"], name=f"{table}_once"),
        together(table, "told", "told_on", "told_way", "told_by"),
        models.CheckConstraint(condition=after, name=f"{table}_after"),
    ]


def told_indexes(table: str, record: str) -> list[models.Index]:
    """What waits to be told of each `record`, what was told to each office."""
    return [
        models.Index(fields=[record], condition=Q(told_on__isnull=True), name=f"{table}_waits"),
        models.Index(fields=["office", "told_on"], name=f"{table}_by_office"),
    ]


class OfficeTold(Told):
    """Another office competent beside the one that holds the matter."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="offices_told")

    class Meta:
        constraints = told_once("officetold", "matter")
        indexes = told_indexes("officetold", "matter")


class Attachment(Row):
    """A stored file tied to a matter, an appeal, an act or a measure."""

    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=12)
    subject_id = models.UUIDField()
    title = models.CharField(max_length=300)
    added_on = models.DateField()
    added_by = models.ForeignKey("staff.Appointment", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("attachment", "subject_kind", ATTACHABLE),
            *filled("attachment", "title"),
            models.UniqueConstraint(fields=["subject_kind", "subject_id", "file"], name="attachment_once"),
        ]

    def __str__(self) -> str:
        return self.title
