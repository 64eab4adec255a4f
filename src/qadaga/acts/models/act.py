"""The act: its drafts, remarks and moves up to the signature that freezes it."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from qadaga.acts.choices import ActStatus, Language
from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Body, Matter, Violation
from qadaga.matters.models.base import (
    Move,
    Row,
    filled,
    in_status,
    moves_known,
    not_before,
    number_once,
    one_of,
    together,
)

APPOINTMENT = "staff.Appointment"
AFTER_SIGNING = (
    ActStatus.SIGNED,
    ActStatus.SERVED,
    ActStatus.REPLIED,
    ActStatus.SATISFIED,
    ActStatus.PARTLY,
    ActStatus.REFUSED,
    ActStatus.REMOVED,
    ActStatus.ESCALATED,
    ActStatus.IN_COURT,
    ActStatus.GRANTED,
    ActStatus.GRANTED_PART,
    ActStatus.DISMISSED,
    ActStatus.UNHEARD,
    ActStatus.SUSPENDED,
    ActStatus.CANCELLED,
)
# An office above may suspend or cancel an act before it is served.
AFTER_SERVICE = AFTER_SIGNING[1:-2]
AFTER_REPLY = (ActStatus.REPLIED, ActStatus.SATISFIED, ActStatus.PARTLY, ActStatus.REFUSED)
BEFORE_SIGNING = (ActStatus.DRAFT, ActStatus.AGREEMENT, ActStatus.AGREED)
SIGNATURE = (
    "signer",
    "signed_on",
    "signed_at",
    "pdf",
    "sha256",
    "year",
    "number",
    "number_text",
    "ruling",
    "edition",
)


class Act(Row):
    """An act of the prosecutor, from its first draft to the removal it brought about.

    `carrier` is the office above that took it over and carries it on; without one whoever holds the matter.
    `office` is in whose register it stands; `numbered_in` whose number it bears, after its matter went over
    to another office.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="acts")
    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=2, choices=Language.choices)
    addressee = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="acts", db_index=False)
    heading = models.CharField(max_length=300)
    status = models.CharField(max_length=12, choices=ActStatus.choices)
    version = models.PositiveIntegerField(default=1)
    drafted_on = models.DateField()
    author = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+", db_index=False)
    violations = models.ManyToManyField(Violation, related_name="acts")
    submitted_on = models.DateField(null=True)
    agreed_on = models.DateField(null=True)
    agreed_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    number_text = models.CharField(max_length=40, null=True)  # noqa: DJ001 - a draft has no number
    signer = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    pdf = models.ForeignKey("documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001 - a draft has none
    edition = models.CharField(max_length=60, null=True)  # noqa: DJ001 - a draft has none
    ruling = models.JSONField(null=True)
    norms = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    served_on = models.DateField(null=True)
    replied_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    removed_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    numbered_in = models.ForeignKey(
        "offices.Office", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    carrier = models.ForeignKey(
        "offices.Office", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            one_of("act", "status", ActStatus.values),
            one_of("act", "language", Language.values),
            *filled("act", "heading", "kind"),
            *number_once("act"),
            together("act", "signature", *SIGNATURE),
            together("act", "agreed", "agreed_on", "agreed_by"),
            in_status("act", "signed_on", AFTER_SIGNING),
            in_status("act", "served_on", AFTER_SERVICE),
            in_status("act", "replied_on", AFTER_REPLY),
            in_status("act", "removed_on", [ActStatus.REMOVED]),
            in_status("act", "withdrawn_on", [ActStatus.WITHDRAWN]),
            in_status("act", "submitted_on", [ActStatus.AGREEMENT]),
            models.CheckConstraint(
                condition=~Q(status__in=BEFORE_SIGNING) | Q(signed_on__isnull=True),
                name="act_unsigned_by_status",
            ),
            models.CheckConstraint(
                condition=Q(sha256__isnull=True) | Q(sha256__regex=r"^[0-9a-f]{64}$"), name="act_sha256_hex"
            ),
            not_before("act", "submitted_on", "drafted_on"),
            not_before("act", "agreed_on", "drafted_on"),
            not_before("act", "signed_on", "drafted_on"),
            not_before("act", "served_on", "signed_on"),
            not_before("act", "replied_on", "served_on"),
            not_before("act", "removed_on", "served_on"),
        ]
        indexes = [
            *family("act_drafted", "drafted_on", plain=True),
            *family("act_due", "due_on", partial=True),
            leading("act_by_author", "author", "drafted_on"),
            leading("act_by_addressee", "addressee", "drafted_on"),
            models.Index(fields=["number_text"], name="act_by_number"),
            models.Index(
                fields=["signer", "signed_on"], condition=Q(signer__isnull=False), name="act_by_signer"
            ),
            leading("act_by_carrier", "carrier", "drafted_on", nullable=True),
        ]

    def __str__(self) -> str:
        return self.number_text or self.heading

    @property
    def acting_office(self) -> Any:
        """The office that acts in it: the one that took it over, or else the one that holds its matter."""
        return self.matter.holder if self.carrier is None else self.carrier


class ActVersion(Row):
    """One saved text of a draft; the last one before signing is what was signed."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="versions")
    no = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=300)
    facts = models.TextField(default="", blank=True)
    norms = models.TextField(default="", blank=True)
    demands = models.TextField(default="", blank=True)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["act", "no"], name="actversion_order"),
            models.CheckConstraint(condition=Q(no__gte=1), name="actversion_no_positive"),
            *filled("actversion", "heading"),
        ]

    def __str__(self) -> str:
        return f"{self.act_id} v{self.no}"


class ProtestedAct(Row):
    """The unlawful act a protest is against (L.3.1): its name, number, date and the body that issued it."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="protested")
    title = models.CharField(max_length=500)
    number = models.CharField(max_length=60, default="", blank=True)
    adopted_on = models.DateField()
    issuer = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    is_law = models.BooleanField(default=False)

    class Meta:
        constraints = filled("protestedact", "title")

    def __str__(self) -> str:
        return self.title


class ActRemark(Row):
    """A remark with which a draft was sent back."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="remarks")
    version_no = models.PositiveSmallIntegerField()
    text = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("actremark", "text")

    def __str__(self) -> str:
        return f"{self.act_id} v{self.version_no}"


class ActMove(Move):
    """One step of an act: from which status to which, by which power, who, when and why."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="moves")

    class Meta:
        constraints = moves_known("actmove", ActStatus.values)
        indexes = [models.Index(fields=["act", "id"], name="actmove_by_act")]
