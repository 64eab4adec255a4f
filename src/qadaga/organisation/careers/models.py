"""Decisions about people, the acts of bodies outside they rest on, checks of entry, merged cards."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models.base import Row, filled, one_of
from qadaga.organisation.careers.choices import Cause, DecisionKind, Role

APPOINTMENT, PERSON = "staff.Appointment", "staff.Person"


class Decision(Row):
    """One decision in a person's service: the appointment it made or ended, the one before, the order.

    `order` is an order of this system; a decision on paper keeps its number and date with the appointment.
    """

    kind = models.CharField(max_length=12, choices=DecisionKind.choices)
    appointment = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="decisions")
    previous = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="followed_by")
    cause = models.CharField(max_length=12, choices=Cause.choices, null=True)  # noqa: DJ001 - of an end only
    order = models.ForeignKey("orders.Order", models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_of("decision", "kind", DecisionKind.values),
            models.CheckConstraint(
                condition=Q(kind="dismissal", cause__in=sorted(Cause.values))
                | (~Q(kind="dismissal") & Q(cause__isnull=True)),
                name="decision_cause_of_an_end",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("appointment", "dismissal"), previous__isnull=True)
                | Q(kind__in=("transfer", "secondment", "ex_officio"), previous__isnull=False),
                name="decision_previous_by_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class OutsideAct(Row):
    """What a body outside the service decided: it appointed, proposed or consented (L.2.2)."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="outside")
    role = models.CharField(max_length=10, choices=Role.choices)
    body = models.CharField(max_length=40)
    number = models.CharField(max_length=60)
    dated = models.DateField()

    class Meta:
        constraints = [
            one_of("outsideact", "role", Role.values),
            *filled("outsideact", "body", "number"),
            models.UniqueConstraint(fields=["decision", "role"], name="outsideact_role_once"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.number}"


class EntryCheck(Row):
    """A check of the conditions of entry (CL155.6): passed, or refused on a ground that a finding names."""

    person = models.ForeignKey(PERSON, models.PROTECT, related_name="entry_checks")
    officer = models.BooleanField()
    passed = models.BooleanField()
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-on"], name="entrycheck_by_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.on}"


class EntryFinding(Row):
    """One condition of entry: whether the person meets it, and what shows it."""

    check_of = models.ForeignKey(EntryCheck, models.PROTECT, related_name="findings")
    requirement = models.CharField(max_length=40)
    met = models.BooleanField()
    evidence = models.CharField(max_length=300)

    class Meta:
        constraints = [
            *filled("entryfinding", "requirement", "evidence"),
            models.UniqueConstraint(fields=["check_of", "requirement"], name="entryfinding_once"),
        ]

    def __str__(self) -> str:
        return self.requirement


class Merge(Row):
    """Two cards were one person: what the second held went to the first, which goes on."""

    kept = models.ForeignKey(PERSON, models.PROTECT, related_name="merged_from")
    gone = models.OneToOneField(PERSON, models.PROTECT, related_name="merged_into")
    ground = models.CharField(max_length=300)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *filled("merge", "ground"),
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="merge_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"


class AbsenceChange(Row):
    """An absence that ends on another day than entered, or was cancelled before it began: why (O.14.2)."""

    person = models.ForeignKey(PERSON, models.PROTECT, related_name="absence_changes")
    starts_on = models.DateField()
    was_until = models.DateField(null=True)
    until = models.DateField(null=True)
    cancelled = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(cancelled=True) | (Q(until__isnull=True) & ~Q(reason="")),
                name="absencechange_cancelled_for_a_reason",
            )
        ]
        indexes = [models.Index(fields=["person", "-on"], name="absencechange_by_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.starts_on}"
