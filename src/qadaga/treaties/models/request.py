"""Requests from and to abroad, and the parts of an incoming one that offices carry out."""

from django.db import models
from django.db.models import F, Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters import deaths
from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.treaties.choices import (
    PETITIONS,
    Decision,
    PartStatus,
    Reply,
    RequestKind,
    RequestStatus,
    Way,
)
from qadaga.treaties.models.treaty import APPOINTMENT, OFFICE, Treaty

ANSWERED = ("answered", "replied")


@deaths.noted
class Request(Row):
    """A request: extradition, assistance, transfer, transit, treatment, procedural actions.

    One from abroad belongs to the General Prosecutor's Office, one abroad to the office that prepared it.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=10, choices=RequestStatus.choices)
    way = models.CharField(max_length=8, choices=Way.choices)
    kind = models.CharField(max_length=20, choices=RequestKind.choices)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    country = models.CharField(max_length=100)
    foreign_body = models.CharField(max_length=300)
    foreign_no = models.CharField(max_length=100, default="", blank=True)
    treaty = models.ForeignKey(Treaty, models.PROTECT, null=True, related_name="+")
    person = models.CharField(max_length=300)
    iin = models.CharField(max_length=12, null=True)  # noqa: DJ001 - foreigners have none
    died_on = models.DateField(null=True)
    asked = models.TextField()
    registered_on = models.DateField()
    due_on = models.DateField(null=True)
    decision = models.CharField(max_length=9, choices=Decision.choices, null=True)  # noqa: DJ001 - with decided_on
    reasons = models.TextField(null=True)  # noqa: DJ001 - with decided_on
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    sent_on = models.DateField(null=True)
    sent_no = models.CharField(max_length=100, null=True)  # noqa: DJ001 - with sent_on
    sent_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(null=True)  # noqa: DJ001 - with answered_on
    answered_on = models.DateField(null=True)
    answer_no = models.CharField(max_length=100, null=True)  # noqa: DJ001 - with answered_on
    reply = models.CharField(max_length=7, choices=Reply.choices, null=True)  # noqa: DJ001 - of an outgoing one
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("request", "status", RequestStatus.values),
            one_of("request", "way", Way.values),
            one_of("request", "kind", RequestKind.values),
            *filled("request", "country", "foreign_body", "person", "asked", "reasons", "answer"),
            models.CheckConstraint(
                condition=Q(iin__isnull=True) | Q(iin__regex=r"^[0-9]{12}$"), name="request_iin"
            ),
            models.CheckConstraint(
                condition=Q(
                    way="incoming", status__in=["registered", "in_work", "decided", "executed", "answered"]
                )
                | Q(way="outgoing", status__in=["draft", "sent", "replied"]),
                name="request_status_by_way",
            ),
            models.CheckConstraint(
                condition=Q(way="outgoing") | ~Q(foreign_no=""), name="request_incoming_has_foreign_no"
            ),
            models.CheckConstraint(
                condition=~Q(status="decided") | Q(kind__in=[str(kind) for kind in PETITIONS]),
                name="request_decided_is_petition",
            ),
            together("request", "decision", "decision", "reasons", "decided_on", "decided_by"),
            together("request", "sent", "sent_on", "sent_no", "sent_by"),
            together("request", "answered", "answer", "answered_on", "answer_no"),
            models.CheckConstraint(
                condition=~Q(status__in=["sent", "replied"]) | Q(sent_on__isnull=False),
                name="request_sent_by_status",
            ),
            models.CheckConstraint(
                condition=~Q(status="decided") | Q(decided_on__isnull=False),
                name="request_decided_by_status",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["answered", "replied"], answered_on__isnull=False, due_on__isnull=True
                )
                | (~Q(status__in=["answered", "replied"]) & Q(answered_on__isnull=True)),
                name="request_answered_by_status",
            ),
            models.CheckConstraint(
                condition=Q(reply__isnull=True) | Q(status="replied"), name="request_reply_by_status"
            ),
            not_before("request", "decided_on", "registered_on"),
            not_before("request", "sent_on", "registered_on"),
            not_before("request", "answered_on", "registered_on"),
            models.UniqueConstraint(fields=["office", "year", "number"], name="request_number_once"),
            models.UniqueConstraint(
                fields=["country", "foreign_body", "foreign_no"],
                condition=Q(way="incoming"),
                name="request_once",
            ),
        ]
        indexes = [
            *family("request_registered", "registered_on", plain=True),
            *family("request_due", "due_on", partial=True),
            models.Index(fields=["iin"], name="request_dead", condition=Q(died_on__isnull=False)),
            models.Index(fields=["iin"], name="request_iin", condition=Q(iin__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.number_text


class Part(Row):
    """What of an incoming request one office carries out: its own row, in its own register."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="parts")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    no = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=5, choices=PartStatus.choices)
    task = models.TextField()
    kato = models.CharField(max_length=9, null=True)  # noqa: DJ001 - a task need not have one place
    given_on = models.DateField()
    given_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    outcome = models.TextField(null=True)  # noqa: DJ001 - with done_on
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("part", "status", PartStatus.values),
            *filled("part", "task", "outcome"),
            together("part", "done", "done_on", "done_by", "outcome"),
            models.CheckConstraint(
                condition=Q(status="given", done_on__isnull=True, due_on__isnull=False)
                | Q(status="done", done_on__isnull=False, due_on__isnull=True),
                name="part_done_by_status",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(done_on__gte=F("given_on")),
                name="part_done_after_given",
            ),
            models.UniqueConstraint(fields=["request", "no"], name="part_order"),
            models.UniqueConstraint(
                fields=["request", "office"], condition=Q(status="given"), name="part_once_an_office"
            ),
        ]
        indexes = [
            *family("part_given", "given_on", plain=True),
            *family("part_due", "due_on", partial=True),
            leading("part_by_officer", "officer", "given_on", nullable=True),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.no}"
