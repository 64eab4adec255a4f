"""A request or notice exchanged with a body."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.coordination.exchange.choices import ExchangeStatus, Way, What
from qadaga.coordination.models.council import APPOINTMENT, OFFICE, Council
from qadaga.matters.models import Body, Matter
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together


class Exchange(Row):
    """What was sent to a body or came from it: on which ground, about what, until when, what was answered.

    `on` is the day of sending or receipt, `reference` the number of the other side. It stands by itself, in a
    council or in a matter.
    """

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    number_text = models.CharField(max_length=40)
    way = models.CharField(max_length=8, choices=Way.choices)
    what = models.CharField(max_length=7, choices=What.choices)
    status = models.CharField(max_length=8, choices=ExchangeStatus.choices)
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    council = models.ForeignKey(Council, models.PROTECT, null=True, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=300)
    ground = models.CharField(max_length=500)
    text = models.TextField()
    reference = models.CharField(max_length=100, default="", blank=True)
    on = models.DateField()
    due_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    replied_on = models.DateField(null=True)
    reply = models.TextField(null=True)  # noqa: DJ001 - together with replied_on
    replied_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("exchange", "way", Way.values),
            one_of("exchange", "what", What.values),
            one_of("exchange", "status", ExchangeStatus.values),
            *filled("exchange", "number_text", "title", "ground", "text"),
            models.UniqueConstraint(fields=["office", "year", "number"], name="exchange_number_once"),
            together("exchange", "replied", "replied_on", "reply", "replied_by"),
            in_status("exchange", "replied_on", [ExchangeStatus.ANSWERED]),
            # A request has a last day and is answered; a notice has neither.
            models.CheckConstraint(
                condition=Q(what="request", due_on__isnull=False, status__in=["awaited", "answered"])
                | Q(what="notice", due_on__isnull=True, status="noted"),
                name="exchange_by_what",
            ),
            not_before("exchange", "due_on", "on"),
            not_before("exchange", "replied_on", "on"),
            # The same paper of a body is entered once.
            models.UniqueConstraint(
                fields=["office", "body", "reference"],
                condition=Q(way="received") & ~Q(reference=""),
                name="exchange_paper_once",
            ),
        ]
        indexes = [
            *family("exchange_on", "on", plain=True),
            *family("exchange_due", "due_on", partial=True),
            leading("exchange_by_recorder", "recorded_by", "on"),
        ]

    def __str__(self) -> str:
        return self.number_text
