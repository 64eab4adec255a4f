"""A plan of work and its items."""

from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.coordination.models.council import APPOINTMENT, OFFICE, Council
from qadaga.coordination.plans.choices import ConsentStatus, ItemChange, PlanKind, PlanPeriod, PlanStatus
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together


class Plan(Row):
    """A plan for [starts_on, ends_on); `due_on` is the day of the earliest item that is still open."""

    kind = models.CharField(max_length=6, choices=PlanKind.choices)
    period = models.CharField(max_length=7, choices=PlanPeriod.choices)
    title = models.CharField(max_length=300)
    person = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    council = models.ForeignKey(Council, models.PROTECT, null=True, related_name="+")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=8, choices=PlanStatus.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    author = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    approved_on = models.DateField(null=True)
    approved_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("workplan", "kind", PlanKind.values),
            one_of("workplan", "period", PlanPeriod.values),
            one_of("workplan", "status", PlanStatus.values),
            *filled("workplan", "title"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="workplan_period"),
            models.CheckConstraint(
                condition=Q(kind="office", person__isnull=True, council__isnull=True)
                | Q(kind="person", person__isnull=False, council__isnull=True)
                | Q(kind="joint", person__isnull=True, council__isnull=False),
                name="workplan_of_whom",
            ),
            together("workplan", "approved", "approved_on", "approved_by"),
            in_status("workplan", "approved_on", [PlanStatus.APPROVED, PlanStatus.CLOSED]),
            models.UniqueConstraint(
                fields=["office", "period", "starts_on"],
                condition=Q(kind="office"),
                name="workplan_office_once",
            ),
            models.UniqueConstraint(
                fields=["person", "period", "starts_on"],
                condition=Q(kind="person"),
                name="workplan_person_once",
            ),
        ]
        indexes = [
            *family("workplan_starts", "starts_on", plain=True),
            *family("workplan_due", "due_on", partial=True),
            leading("workplan_of_person", "person", "starts_on", nullable=True),
            leading("workplan_by_author", "author", "starts_on"),
            models.Index(fields=["ends_on"], name="workplan_ends", condition=Q(status="closed")),
        ]

    def __str__(self) -> str:
        return self.title


# An item binds officers of ours at once, a body from its consent on.
BINDING = Q(body__isnull=True) | Q(agreed_on__isnull=False)


class PlanItem(Row):
    """A measure: the norm it stands on (O.9), by whom, until when, what came of it or that it was dropped.

    `agreed_on` is the day on which the body consented to it, `declined_on` that on which it did not.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="items")
    no = models.PositiveSmallIntegerField()
    direction = models.CharField(max_length=40, default="", blank=True)
    what = models.CharField(max_length=1000)
    norm = models.CharField(max_length=500)
    executor = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    result = models.TextField(default="", blank=True)
    dropped_on = models.DateField(null=True)
    agreed_on = models.DateField(null=True)
    declined_on = models.DateField(null=True)

    class Meta:
        constraints = [
            *filled("planitem", "what", "norm"),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True) | Q(declined_on__isnull=True, body__isnull=False),
                name="planitem_agreed_by_body",
            ),
            models.CheckConstraint(
                condition=Q(declined_on__isnull=True) | Q(body__isnull=False, done_on__isnull=True),
                name="planitem_declined_by_body",
            ),
            models.CheckConstraint(condition=Q(done_on__isnull=True) | BINDING, name="planitem_done_binds"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(dropped_on__isnull=True),
                name="planitem_done_or_dropped",
            ),
            models.CheckConstraint(
                condition=Q(executor__isnull=False, body__isnull=True)
                | Q(executor__isnull=True, body__isnull=False),
                name="planitem_one_executor",
            ),
            together("planitem", "done", "done_on", "done_by"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(result=""), name="planitem_done_says_what"
            ),
            models.UniqueConstraint(fields=["plan", "no"], name="planitem_order"),
        ]
        indexes = [
            models.Index(
                fields=["executor", "due_on"], name="planitem_open", condition=Q(done_on__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.no}. {self.what}"


class PlanConsent(Row):
    """The consent of a body to its items of a joint plan: asked when and how, its answer and the proof."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="consents")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    status = models.CharField(max_length=8, choices=ConsentStatus.choices)
    asked_on = models.DateField()
    asked_how = models.CharField(max_length=300)
    asked_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True)
    proof = models.CharField(max_length=300, default="", blank=True)
    reason = models.CharField(max_length=1000, default="", blank=True)
    answered_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("planconsent", "status", ConsentStatus.values),
            *filled("planconsent", "asked_how"),
            together("planconsent", "answered", "answered_on", "answered_by"),
            not_before("planconsent", "answered_on", "asked_on"),
            models.CheckConstraint(
                condition=Q(status="asked", answered_on__isnull=True)
                | (Q(answered_on__isnull=False) & ~Q(status="asked") & ~Q(proof="")),
                name="planconsent_answer_with_proof",
            ),
            models.CheckConstraint(
                condition=~Q(status="declined") | ~Q(reason=""), name="planconsent_declined_says_why"
            ),
            models.UniqueConstraint(
                fields=["plan", "body"], condition=Q(status="asked"), name="planconsent_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.body_id} {self.status}"


class PlanChange(Row):
    """An item of an approved plan put off to another day, or given up: from which day, why, by whom."""

    item = models.ForeignKey(PlanItem, models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=9, choices=ItemChange.choices)
    before = models.DateField()
    after = models.DateField(null=True)
    reason = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("planchange", "kind", ItemChange.values),
            *filled("planchange", "reason"),
            models.CheckConstraint(
                condition=Q(kind="postponed", after__gt=F("before")) | Q(kind="dropped", after__isnull=True),
                name="planchange_day_by_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.kind}"
