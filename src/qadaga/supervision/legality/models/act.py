"""A legal act of a supervised body, its editions over time, and what became of it after a protest."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models import Body, Matter
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.matters.models.served import Reminding, reminding
from qadaga.supervision.legality.choices import Brought, FateKind, Issuer, LegalActStatus, Nature, Source

OFFICE, APPOINTMENT, FILE = "offices.Office", "staff.Appointment", "documents.StoredFile"
PROTESTED = (
    LegalActStatus.PROTESTED,
    LegalActStatus.KEPT,
    LegalActStatus.IN_COURT,
    LegalActStatus.CANCELLED,
    LegalActStatus.CHANGED,
    LegalActStatus.STANDS,
)
SETTLED = (LegalActStatus.CANCELLED, LegalActStatus.CHANGED, LegalActStatus.STANDS)


class LegalAct(Row):
    """An act under supervision (L.3.1).

    `office` keeps it in its register for good; `holder` acts on it now: the same one until the act is passed
    up. `reviewer` is that of the review under way; `due_on` its last day, or that of answering an act found
    contrary; `answer` is
    the kind of act that it is answered by, `protest` that act: a protest, a representation.
    """

    issuer = models.CharField(max_length=15, choices=Issuer.choices)
    nature = models.CharField(max_length=10, choices=Nature.choices)
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", db_index=False)
    number = models.CharField(max_length=60)
    adopted_on = models.DateField()
    title = models.CharField(max_length=500)
    kato = models.CharField(max_length=9, null=True)  # noqa: DJ001 - an act may be for the whole country
    sphere = models.CharField(max_length=20, null=True)  # noqa: DJ001 - most belong to no sphere
    source = models.CharField(max_length=9, choices=Source.choices)
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    holder = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=LegalActStatus.choices)
    entered_on = models.DateField()
    entered_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+", db_index=False)
    reviewer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    protest = models.OneToOneField("acts.Act", models.PROTECT, null=True, related_name="legal_act")
    passed_on = models.DateField(null=True)
    passed_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    answer = models.CharField(max_length=14, choices=Brought.choices, null=True)  # noqa: DJ001 - until decided
    settled_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("legalact", "issuer", Issuer.values),
            one_of("legalact", "nature", Nature.values),
            one_of("legalact", "source", Source.values),
            one_of("legalact", "status", LegalActStatus.values),
            *filled("legalact", "number", "title"),
            models.CheckConstraint(
                condition=Q(kato__isnull=True) | Q(kato__regex=r"^[0-9]{9}$"), name="legalact_kato_digits"
            ),
            models.UniqueConstraint(
                fields=["office", "body", "number", "adopted_on"], name="legalact_entered_once"
            ),
            not_before("legalact", "entered_on", "adopted_on"),
            in_status("legalact", "reviewer", [LegalActStatus.REVIEW]),
            in_status("legalact", "due_on", [LegalActStatus.REVIEW]),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(status__in=["review", "contrary", "to_protest"]),
                name="legalact_due_while_awaited",
            ),
            models.CheckConstraint(
                condition=Q(protest__isnull=True) | Q(matter__isnull=False), name="legalact_protest_in_matter"
            ),
            in_status("legalact", "protest", PROTESTED),
            in_status("legalact", "answer", (LegalActStatus.TO_PROTEST, *PROTESTED)),
            models.CheckConstraint(
                condition=Q(answer__isnull=True) | Q(answer__in=sorted(Brought.values)),
                name="legalact_answer_known",
            ),
            in_status("legalact", "settled_on", SETTLED),
            together("legalact", "passed", "passed_on", "passed_by"),
        ]
        indexes = [
            *family("legalact_adopted", "adopted_on", plain=True),
            *family("legalact_entered", "entered_on"),
            *family("legalact_due", "due_on", partial=True),
            leading("legalact_by_reviewer", "reviewer", "adopted_on", nullable=True),
            leading("legalact_by_body", "body", "adopted_on"),
        ]

    def __str__(self) -> str:
        return f"№ {self.number}"


class Edition(Row):
    """The text of an act as it stands from a day on, until the next edition: typed in, or a file."""

    legal_act = models.ForeignKey(LegalAct, models.PROTECT, related_name="editions")
    starts_on = models.DateField()
    basis = models.CharField(max_length=300, default="", blank=True)
    text = models.TextField(default="", blank=True)
    file = models.ForeignKey(FILE, models.PROTECT, null=True, related_name="+")
    entered_on = models.DateField()
    entered_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["legal_act", "starts_on"], name="edition_day_once"),
            models.CheckConstraint(condition=Q(file__isnull=False) | ~Q(text=""), name="edition_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.legal_act_id} {self.starts_on}"


class Fate(Row):
    """What became of the act: what the body or the court did, when, by which paper."""

    legal_act = models.ForeignKey(LegalAct, models.PROTECT, related_name="fates")
    protest = models.ForeignKey("acts.Act", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=FateKind.choices)
    on = models.DateField()
    paper = models.CharField(max_length=300)
    note = models.TextField(default="", blank=True)
    recorded_on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("fate", "kind", FateKind.values),
            *filled("fate", "paper"),
            not_before("fate", "recorded_on", "on"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Reminder(Reminding, Row):
    """A body that let the term of a protest pass was reminded of it."""

    legal_act = models.ForeignKey(LegalAct, models.PROTECT, related_name="reminders")

    class Meta:
        constraints = [
            *reminding("legalreminder"),
            models.UniqueConstraint(fields=["legal_act", "on"], name="legalreminder_day_once"),
        ]

    def __str__(self) -> str:
        return str(self.on)
