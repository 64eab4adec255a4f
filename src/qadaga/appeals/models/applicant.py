"""The people and organisations who apply. Personal data: reading a card is journalled."""

from django.db import models
from django.db.models import Q

from qadaga.appeals.kinds import ApplicantKind, NoIdReason
from qadaga.common.ids import new_id


class Applicant(models.Model):
    """One applicant of one appeal; a representative stands in the same row with the document of authority."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appeal = models.ForeignKey("appeals.Appeal", models.PROTECT, related_name="applicants")
    office_id = models.UUIDField()
    region_id = models.UUIDField()
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=16, choices=ApplicantKind.choices)
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=800)
    iin = models.CharField(max_length=12, blank=True, default="")
    bin = models.CharField(max_length=12, blank=True, default="")
    no_id_reason = models.CharField(max_length=24, choices=NoIdReason.choices, blank=True, default="")
    birth_date = models.DateField(null=True)
    address = models.CharField(max_length=400, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    email = models.CharField(max_length=254, blank=True, default="")
    representative_name = models.CharField(max_length=200, blank=True, default="")
    representative_iin = models.CharField(max_length=12, blank=True, default="")
    authority_document = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Table options, invariants and indexes."""

        db_table = "appeals_applicant"
        indexes = [
            models.Index(fields=["iin", "id"], name="appeals_applicant_iin", condition=~Q(iin="")),
            models.Index(
                fields=["representative_iin", "id"],
                name="appeals_representative_iin",
                condition=~Q(representative_iin=""),
            ),
            models.Index(fields=["bin", "id"], name="appeals_applicant_bin", condition=~Q(bin="")),
            models.Index(fields=["sort_key", "id"], name="appeals_applicant_name"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ApplicantKind.values), name="appeals_applicant_kind"),
            models.CheckConstraint(condition=~Q(name=""), name="appeals_applicant_has_name"),
            models.CheckConstraint(
                condition=Q(kind=ApplicantKind.PERSON, bin="") | Q(kind=ApplicantKind.ORGANISATION, iin=""),
                name="appeals_applicant_iin_or_bin",
            ),
            models.CheckConstraint(
                condition=(Q(iin="", bin="") & ~Q(no_id_reason=""))
                | (~Q(iin="", bin="") & Q(no_id_reason="")),
                name="appeals_applicant_id_or_reason",
            ),
            models.CheckConstraint(
                condition=Q(representative_name="", representative_iin="", authority_document="")
                | (~Q(representative_name="") & ~Q(authority_document="")),
                name="appeals_applicant_authority",
            ),
        ]

    def __str__(self) -> str:
        """The place of the applicant among the applicants; never the name (it could reach a log)."""
        return f"applicant {self.position + 1} of {self.appeal_id}"
