"""Terms: dated events from which the due date is computed, never counted down."""

from django.db import models
from django.db.models import Q

from qadaga.law.terms import Kind
from qadaga.matters.choices import TermState
from qadaga.matters.models.base import Row, not_before, one_of
from qadaga.matters.models.matter import Matter

# On what a term may run, as the law and the journal call it.
SUBJECTS = (
    *("matter", "appeal", "act", "measure", "inspection"),
    *("investigation", "case_party", "instruction", "complaint", "admin_case"),
    *("court_case", "judicial_act", "protected_person"),
    *("treaty", "treaty_request", "treaty_part"),
    "assignment",
    *("operative_case", "records"),
    "order_point",
    "legal_act",
    *("enforcement_case", "cancellation"),
)
EVENTS: tuple[Kind, ...] = ("start", "prolong", "shorten", "suspend", "resume", "end")


class Term(Row):
    """A term of law running on a subject. `due_on` is an index of the events: it can be rebuilt from them."""

    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="terms")
    subject_kind = models.CharField(max_length=24)
    subject_id = models.UUIDField()
    rule = models.CharField(max_length=60)
    started_on = models.DateField()
    due_on = models.DateField()
    ended_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=TermState.choices, default=TermState.RUNNING)

    class Meta:
        constraints = [
            one_of("term", "state", TermState.values),
            one_of("term", "subject_kind", SUBJECTS),
            not_before("term", "ended_on", "started_on"),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("started_on")), name="term_due_not_before_start"
            ),
            models.CheckConstraint(
                condition=Q(state=TermState.FINISHED, ended_on__isnull=False)
                | (~Q(state=TermState.FINISHED) & Q(ended_on__isnull=True)),
                name="term_ended_on_by_state",
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "rule"],
                condition=~Q(state=TermState.FINISHED),
                name="term_runs_once",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="term_by_subject"),
            models.Index(
                fields=["office", "due_on"], condition=Q(state=TermState.RUNNING), name="term_running_due"
            ),
            models.Index(
                fields=["due_on", "id"], condition=Q(state=TermState.RUNNING), name="term_running_day"
            ),
            # The running terms of a rule in an office, a region, the nation, the soonest first.
            *(
                models.Index(
                    fields=[*unit, "rule", "due_on", "id"],
                    condition=Q(state=TermState.RUNNING),
                    name=f"term_of_rule_{letter}",
                )
                for letter, unit in {"o": ["office"], "r": ["region"], "n": []}.items()
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.due_on}"


class TermEvent(Row):
    """One dated event of a term: its start, a longer or shorter period, a suspension, a resumption, end."""

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="events")
    no = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)
    on = models.DateField()
    days = models.PositiveSmallIntegerField(null=True)
    months = models.PositiveSmallIntegerField(null=True)
    until = models.DateField(null=True)
    reason = models.TextField(default="", blank=True)
    by = models.ForeignKey("staff.Appointment", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("termevent", "kind", EVENTS),
            models.UniqueConstraint(fields=["term", "no"], name="termevent_order"),
            models.CheckConstraint(
                condition=Q(kind="start", no=1) | (~Q(kind="start") & Q(no__gt=1)),
                name="termevent_starts_first",
            ),
            not_before("termevent", "until", "on"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
