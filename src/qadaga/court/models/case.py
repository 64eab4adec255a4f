"""A case in which the prosecutor takes part or prosecutes; the people prosecuted (O.7.2, O.7.3)."""

from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.court.choices import CHARGED, AccusedStatus, CaseKind, CaseStatus, Instance, PartGround
from qadaga.court.models.record import APPOINTMENT, OFFICE, Record
from qadaga.matters import deaths
from qadaga.matters.models.base import Row, filled, in_status, not_before, one_of, together
from qadaga.matters.models.mortal import Mortal, mortal


class Case(Record):
    """A criminal case is known by its ERDR number before the court gives it one; the others begin in court.

    `act` is the act of ours that the office took to this court; `instance` the one that hears the case now.
    `position_clears`: the position asks only to end the case or to clear the name of somebody who has died.
    """

    status = models.CharField(max_length=8, choices=CaseStatus.choices)
    erdr = models.CharField(max_length=40, null=True)  # noqa: DJ001 - criminal cases only
    ground = models.CharField(max_length=20, choices=PartGround.choices, null=True)  # noqa: DJ001 - not criminal
    act = models.OneToOneField("acts.Act", models.PROTECT, null=True, related_name="+")
    instance = models.CharField(max_length=9, choices=Instance.choices, default=Instance.FIRST)
    position = models.TextField(null=True)  # noqa: DJ001 - until the prosecutor has stated it
    position_clears = models.BooleanField(default=False)
    transferred_on = models.DateField(null=True)

    class Meta:
        constraints = [
            one_of("courtcase", "kind", CaseKind.values),
            one_of("courtcase", "status", CaseStatus.values),
            one_of("courtcase", "instance", Instance.values),
            *filled("courtcase", "court", "about"),
            models.CheckConstraint(condition=Q(kato__regex=r"^[0-9]{9}$"), name="courtcase_kato_digits"),
            models.CheckConstraint(
                # A case that was dropped before it went to court has no number of any.
                condition=Q(status__in=["opened", "closed"]) | ~Q(number=""),
                name="courtcase_number_in_court",
            ),
            models.CheckConstraint(
                # How the number is written is data (`matters.erdr`): here it is there or not.
                condition=Q(kind="criminal", erdr__gt="", ground__isnull=True)
                | (~Q(kind="criminal") & ~Q(status="opened") & Q(erdr__isnull=True, ground__isnull=False)),
                name="courtcase_erdr_of_criminal",
            ),
            in_status("courtcase", "closed_on", [CaseStatus.CLOSED]),
            not_before("courtcase", "closed_on", "opened_on"),
            not_before("courtcase", "transferred_on", "opened_on"),
            models.UniqueConstraint(
                fields=["court", "number"], condition=~Q(number=""), name="court_case_number_once"
            ),
            models.UniqueConstraint(
                fields=["erdr"], condition=~Q(status="closed"), name="court_case_prosecuted_once"
            ),
        ]
        indexes = [
            *family("court_case_opened", "opened_on", plain=True),
            *family("court_case_next", "next_on", partial=True),
            *family("court_case_due", "due_on", partial=True),
            leading("court_case_by_officer", "officer", "opened_on", nullable=True),
            models.Index(fields=["erdr"], name="court_case_by_erdr", condition=Q(erdr__isnull=False)),
        ]


@deaths.noted
class Accused(Mortal, Row):
    """A person prosecuted: the articles, where it stands with them. One row a person and case.

    Whom the investigation named is not charged until the prosecutor settles the charge.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="accused")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+")
    status = models.CharField(max_length=8, choices=AccusedStatus.choices)
    name = models.CharField(max_length=300)
    iin = models.CharField(max_length=12)
    articles = models.CharField(max_length=300)
    charged_on = models.DateField(null=True)
    charged_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            one_of("accused", "status", AccusedStatus.values),
            *filled("accused", "name", "articles"),
            models.CheckConstraint(condition=Q(iin__regex=r"^[0-9]{12}$"), name="accused_iin"),
            models.UniqueConstraint(fields=["case", "iin"], name="court_accused_once"),
            together("accused", "charged", "charged_on", "charged_by"),
            in_status("accused", "charged_on", CHARGED),
            *mortal("accused"),
        ]
        indexes = [
            models.Index(fields=["iin"], name="court_accused_dead", condition=Q(died_on__isnull=False)),
            models.Index(fields=["iin"], name="court_accused_iin"),
        ]

    def __str__(self) -> str:
        return str(self.id)
