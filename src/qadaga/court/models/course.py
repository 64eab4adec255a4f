"""What happens on a card: hearings, what each instance decided and about whom, papers, conflicts."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import CourtOutcome, Language
from qadaga.authority.lists.indexes import family, leading
from qadaga.court.choices import HearingStatus, Instance, PaperKind, VerdictKind
from qadaga.court.models.case import Accused, Case
from qadaga.court.models.record import APPOINTMENT, OFFICE, one_owner
from qadaga.court.models.review import Review
from qadaga.matters.models.base import Row, filled, one_of
from qadaga.matters.models.paper import FrozenPaper, frozen


class Part(Row):
    """Hangs on a case or on a judicial act under study."""

    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="%(class)ss")
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def owner(self) -> Case | Review:
        """The card it hangs on."""
        owner = self.case or self.review
        assert owner is not None  # one_owner holds it
        return owner


class Hearing(Part):
    """A sitting: when to the minute, where, before which instance, who goes, what came of it."""

    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=9, choices=HearingStatus.choices)
    starts_at = models.DateTimeField()
    held_on = models.DateField()
    court = models.CharField(max_length=300)
    room = models.CharField(max_length=100, default="", blank=True)
    instance = models.CharField(max_length=9, choices=Instance.choices)
    officer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=2000, default="", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_owner("hearing"),
            one_of("hearing", "status", HearingStatus.values),
            one_of("hearing", "instance", Instance.values),
            *filled("hearing", "court"),
            models.CheckConstraint(
                condition=Q(status="planned", outcome="") | (~Q(status="planned") & ~Q(outcome="")),
                name="hearing_ended_says_how",
            ),
            models.UniqueConstraint(
                fields=["case", "starts_at"], condition=Q(status="planned"), name="court_hearing_of_case_once"
            ),
            models.UniqueConstraint(
                fields=["review", "starts_at"],
                condition=Q(status="planned"),
                name="court_hearing_of_review_once",
            ),
            models.UniqueConstraint(
                fields=["officer", "starts_at"],
                condition=Q(status="planned"),
                name="court_hearing_officer_once",
            ),
        ]
        indexes = [
            *family("court_hearing_day", "held_on", plain=True),
            leading("court_hearing_by_officer", "officer", "held_on", nullable=True),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Judgment(Part):
    """What an instance decided, on which day, in force since when."""

    instance = models.CharField(max_length=9, choices=Instance.choices)
    decided_on = models.DateField()
    outcome = models.CharField(max_length=12, choices=CourtOutcome.choices)
    summary = models.TextField()
    in_force_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            one_owner("judgment"),
            one_of("judgment", "instance", Instance.values),
            one_of("judgment", "outcome", CourtOutcome.values),
            *filled("judgment", "summary"),
            models.UniqueConstraint(fields=["case", "instance", "decided_on"], name="court_judgment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.instance} {self.decided_on}"


class Verdict(Row):
    """What the judgment says about one person prosecuted."""

    judgment = models.ForeignKey(Judgment, models.PROTECT, related_name="verdicts")
    accused = models.ForeignKey(Accused, models.PROTECT, related_name="verdicts")
    verdict = models.CharField(max_length=9, choices=VerdictKind.choices)
    sentence = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        constraints = [
            one_of("verdict", "verdict", VerdictKind.values),
            models.UniqueConstraint(fields=["judgment", "accused"], name="court_verdict_once"),
            models.CheckConstraint(
                condition=~Q(verdict="convicted") | ~Q(sentence=""), name="verdict_convicted_to_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.accused_id}: {self.verdict}"


class Paper(FrozenPaper, Part):
    """A paper issued: numbered, frozen, with the ruling it rests on; about a person where it is about one.

    `clears`: it asks only to end the case or to clear the name of somebody who has died.
    """

    accused = models.ForeignKey(Accused, models.PROTECT, null=True, related_name="papers")
    kind = models.CharField(max_length=10, choices=PaperKind.choices)
    power = models.CharField(max_length=40)
    ground = models.CharField(max_length=40, null=True)  # noqa: DJ001 - powers that rest on none have none
    language = models.CharField(max_length=2, choices=Language.choices)
    addressee = models.CharField(max_length=300)
    text = models.TextField()
    signed_on = models.DateField()
    clears = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_owner("paper"),
            one_of("paper", "kind", PaperKind.values),
            *filled("paper", "addressee", "norm", "text", "number_text", "power"),
            *frozen("paper", "court_paper_number_once"),
        ]


class Conflict(Part):
    """A person's declared conflict of interest in the case; they are not named for it (L.1.10)."""

    person = models.ForeignKey("staff.Person", models.PROTECT, related_name="+")
    declared_on = models.DateField()
    reason = models.TextField()

    class Meta:
        constraints = [
            one_owner("conflict"),
            *filled("courtconflict", "reason"),
            models.UniqueConstraint(fields=["case", "person"], name="court_conflict_in_case_once"),
            models.UniqueConstraint(fields=["review", "person"], name="court_conflict_in_review_once"),
        ]

    def __str__(self) -> str:
        return str(self.person_id)
