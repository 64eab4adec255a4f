"""The answer to the applicant: drafted, signed by the head or the replacement (O.15), sent."""

from django.db import models
from django.db.models import F, Q

from qadaga.appeals.kinds import AnswerOutcome, AnswerState, SendWay
from qadaga.common.ids import new_id


class Answer(models.Model):
    """The one answer of an appeal; signing freezes the PDF/A and its SHA-256."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appeal = models.OneToOneField("appeals.Appeal", models.PROTECT, related_name="answer")
    state = models.CharField(max_length=8, choices=AnswerState.choices, default=AnswerState.DRAFT)
    language = models.CharField(max_length=2, choices=[("kk", "kk"), ("ru", "ru")])
    outcome = models.CharField(max_length=16, choices=AnswerOutcome.choices)
    text = models.TextField()
    challenge_office = models.ForeignKey("offices.Office", models.PROTECT, related_name="+", db_index=False)
    challenge_until = models.DateField(null=True)
    drafted_by = models.ForeignKey("staff.Appointment", models.PROTECT, related_name="+", db_index=False)
    drafted_on = models.DateField()
    number = models.CharField(max_length=60, blank=True, default="")
    signed_by = models.ForeignKey(
        "staff.Appointment", models.PROTECT, related_name="+", null=True, db_index=False
    )
    signed_on = models.DateField(null=True)
    pdf = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, related_name="+", null=True, db_index=False
    )
    sha256 = models.CharField(max_length=64, blank=True, default="")
    sent_on = models.DateField(null=True)
    sent_way = models.CharField(max_length=16, choices=SendWay.choices, blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Table options and invariants."""

        db_table = "appeals_answer"
        indexes = [
            # What waits to be signed or sent is little, however many answers have been sent.
            models.Index(
                fields=["state", "appeal"],
                name="appeals_answer_waiting",
                condition=~Q(state=AnswerState.SENT),
            ),
            # What one officer signed on which days: the register of acting heads asks.
            models.Index(
                fields=["signed_by", "signed_on"],
                name="appeals_answer_by_signer",
                condition=Q(signed_by__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sent_way=SendWay.ADMINISTRATION), name="appeals_answer_past_administration"
            ),
            models.CheckConstraint(condition=Q(state__in=AnswerState.values), name="appeals_answer_state"),
            models.CheckConstraint(condition=~Q(text=""), name="appeals_answer_has_text"),
            models.CheckConstraint(
                condition=Q(
                    state=AnswerState.DRAFT, number="", signed_on__isnull=True, pdf__isnull=True, sha256=""
                )
                | (
                    Q(
                        state__in=[AnswerState.SIGNED, AnswerState.SENT],
                        signed_on__isnull=False,
                        signed_on__gte=F("drafted_on"),
                        signed_by__isnull=False,
                        pdf__isnull=False,
                        challenge_until__isnull=False,
                        challenge_until__gt=F("signed_on"),
                    )
                    & ~Q(number="")
                    & ~Q(sha256="")
                ),
                name="appeals_answer_signed",
            ),
            models.CheckConstraint(
                condition=(~Q(state=AnswerState.SENT) & Q(sent_on__isnull=True, sent_way=""))
                | (
                    Q(state=AnswerState.SENT, sent_on__isnull=False, sent_on__gte=F("signed_on"))
                    & ~Q(sent_way="")
                ),
                name="appeals_answer_sent",
            ),
        ]

    def __str__(self) -> str:
        """The number, once signed."""
        return self.number or str(self.id)
