"""What a session decided: by whom, until when, reports, the order and the acts that carry it out."""

from django.db import models
from django.db.models import F, Q

from qadaga.acts.models import Act
from qadaga.authority.lists.indexes import family, leading
from qadaga.coordination.choices import DecisionStatus, TermBasis, TermChange
from qadaga.coordination.models.council import APPOINTMENT, OFFICE
from qadaga.coordination.models.session import AgendaItem, Session
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together


class Decision(Row):
    """A decision under control: `executor` of the service, or the `body` that does it; the last day of it.

    It is under control from the signature of the minutes on (`set_on`); a draft of the minutes has none.
    `partly_on` is the day of the newest report, where it said that a part was done.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="decisions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="decisions")
    no = models.PositiveSmallIntegerField()
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    text = models.CharField(max_length=2000)
    executor = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+", db_index=False)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=6, choices=DecisionStatus.choices)
    set_on = models.DateField(null=True)
    due_on = models.DateField()
    partly_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    order = models.ForeignKey("orders.Order", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("decision", "status", DecisionStatus.values),
            *filled("decision", "text"),
            models.CheckConstraint(
                condition=Q(executor__isnull=False, body__isnull=True)
                | Q(executor__isnull=True, body__isnull=False),
                name="decision_one_executor",
            ),
            together("decision", "done", "done_on", "done_by"),
            in_status("decision", "done_on", [DecisionStatus.DONE]),
            in_status("decision", "set_on", [DecisionStatus.OPEN, DecisionStatus.DONE]),
            not_before("decision", "done_on", "set_on"),
            models.UniqueConstraint(fields=["session", "no"], name="decision_order"),
        ]
        indexes = [
            *family("decision_due", "due_on", plain=True),
            leading("decision_by_executor", "executor", "due_on", nullable=True),
            leading("decision_by_body", "body", "due_on", nullable=True),
            models.Index(fields=["executor", "due_on"], name="decision_open", condition=Q(status="opened")),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.no}"


class DecisionReport(Row):
    """What was done by the day, as recorded by whoever watches the decision or carries it out.

    `left` is what is still to be done, where only a part of the decision was carried out.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="reports")
    text = models.TextField()
    done = models.BooleanField()
    left = models.TextField(default="", blank=True)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("decisionreport", "text"),
            models.CheckConstraint(
                condition=Q(done=False) | Q(left=""), name="decisionreport_done_leaves_none"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.on}"


class DecisionTerm(Row):
    """The term of a decision prolonged or put off: from which day to which, why, and how it was decided.

    `sitting` is the signed session that decided it, `paper` the number and day of a decision of its own.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="terms")
    kind = models.CharField(max_length=9, choices=TermChange.choices)
    before = models.DateField()
    after = models.DateField()
    reason = models.TextField()
    how = models.CharField(max_length=8, choices=TermBasis.choices)
    sitting = models.ForeignKey(Session, models.PROTECT, null=True, related_name="+")
    paper = models.CharField(max_length=300, default="", blank=True)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("decisionterm", "kind", TermChange.values),
            *filled("decisionterm", "reason"),
            models.CheckConstraint(condition=Q(after__gt=F("before")), name="decisionterm_later"),
            models.CheckConstraint(
                condition=Q(how="sitting", sitting__isnull=False, paper="")
                | (Q(how="recorded", sitting__isnull=True) & ~Q(paper=""))
                | Q(how="head", sitting__isnull=True),
                name="decisionterm_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.after}"


class SessionAct(Row):
    """An act of supervision on a violation that the session found (L.1.11)."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="acts")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="acts")
    act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    norm = models.CharField(max_length=500)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("sessionact", "norm"),
            models.UniqueConstraint(fields=["session", "act"], name="sessionact_once"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.act_id}"
