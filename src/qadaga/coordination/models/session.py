"""A session of a collegium or council: its agenda, who takes part, its signed minutes."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language
from qadaga.authority.lists.indexes import family, leading
from qadaga.coordination.choices import ItemStatus, Organ, Role, SessionStatus
from qadaga.coordination.models.council import APPOINTMENT, OFFICE, Council, CouncilMember
from qadaga.matters.models import Body
from qadaga.matters.models.base import Row, filled, in_status, one_of, together
from qadaga.organisation.collegia.models import Collegium, CollegiumRules

SIGNATURE = (
    *("signer", "signed_on", "signed_at", "pdf", "sha256", "year", "number", "number_text"),
    *("ruling", "edition", "language"),
)
AFTER = (SessionStatus.HELD, SessionStatus.CLOSED)


class Session(Row):
    """`due_on` is the last day of the earliest decision still under control."""

    organ = models.CharField(max_length=9, choices=Organ.choices)
    collegium = models.ForeignKey(Collegium, models.PROTECT, null=True, related_name="+")
    rules = models.ForeignKey(CollegiumRules, models.PROTECT, null=True, related_name="+")
    council = models.ForeignKey(Council, models.PROTECT, null=True, related_name="sessions")
    office = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=9, choices=SessionStatus.choices)
    title = models.CharField(max_length=300)
    starts_at = models.DateTimeField()
    starts_on = models.DateField()
    place = models.CharField(max_length=300)
    planned_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    called_on = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)
    cancel_reason = models.TextField(default="", blank=True)
    language = models.CharField(  # noqa: DJ001 - together with the signature
        max_length=2, choices=Language.choices, null=True
    )
    signer = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    pdf = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001 - together with the signature
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    number_text = models.CharField(max_length=40, null=True)  # noqa: DJ001 - as above
    ruling = models.JSONField(null=True)
    edition = models.CharField(max_length=60, null=True)  # noqa: DJ001 - as above
    due_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("session", "organ", Organ.values),
            one_of("session", "status", SessionStatus.values),
            *filled("session", "title", "place"),
            together("session", "signature", *SIGNATURE),
            in_status("session", "signed_on", AFTER),
            in_status("session", "cancelled_on", [SessionStatus.CANCELLED]),
            in_status("session", "closed_on", [SessionStatus.CLOSED]),
            models.CheckConstraint(
                condition=Q(organ="collegium", collegium__isnull=False, council__isnull=True)
                | Q(organ="council", council__isnull=False, collegium__isnull=True),
                name="session_of_one_organ",
            ),
            models.CheckConstraint(
                condition=Q(status__in=AFTER) | Q(signed_on__isnull=True), name="session_unsigned_by_status"
            ),
            models.UniqueConstraint(fields=["office", "year", "number"], name="session_number_once"),
        ]
        indexes = [
            *family("session_starts", "starts_on", plain=True),
            *family("session_due", "due_on", partial=True),
            leading("session_by_planner", "planned_by", "starts_on"),
        ]

    def __str__(self) -> str:
        return self.number_text or self.title


class AgendaItem(Row):
    """An item: proposed by an officer, admitted by the head; `heard` is what the minutes say of it."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="items")
    no = models.PositiveSmallIntegerField()
    topic = models.CharField(max_length=500)
    violation = models.BooleanField(default=False)
    status = models.CharField(max_length=8, choices=ItemStatus.choices)
    proposed_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    decided_by = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)
    reason = models.CharField(max_length=1000, default="", blank=True)
    reporter = models.CharField(max_length=300, default="", blank=True)
    heard = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            one_of("agendaitem", "status", ItemStatus.values),
            *filled("agendaitem", "topic"),
            together("agendaitem", "decided", "decided_by", "decided_on"),
            in_status("agendaitem", "decided_on", [ItemStatus.ADMITTED, ItemStatus.DECLINED]),
            models.UniqueConstraint(fields=["session", "no"], name="agendaitem_order"),
        ]

    def __str__(self) -> str:
        return f"{self.no}. {self.topic}"


class Participant(Row):
    """Somebody of the session: a member, an official who broke the law, somebody else invited.

    An invitation keeps its proof (`told_on`, `told_how`); `present` is answered in the minutes, and of who
    did not come `excused`: whether there was a good reason, `absence`: which.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="people")
    role = models.CharField(max_length=8, choices=Role.choices)
    name = models.CharField(max_length=300)
    post = models.CharField(max_length=300)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    appointment = models.ForeignKey(APPOINTMENT, models.PROTECT, null=True, related_name="+")
    seat = models.ForeignKey(CouncilMember, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="invited")
    wrong = models.CharField(max_length=1000, default="", blank=True)
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=300, default="", blank=True)
    present = models.BooleanField(null=True)
    excused = models.BooleanField(null=True)
    absence = models.CharField(max_length=1000, default="", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            one_of("participant", "role", Role.values),
            *filled("participant", "name", "post"),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | ~Q(told_how=""), name="participant_told_with_proof"
            ),
            models.CheckConstraint(
                condition=~Q(role="official") | (Q(item__isnull=False) & ~Q(wrong="")),
                name="participant_official_of_item",
            ),
            models.CheckConstraint(
                condition=Q(excused__isnull=True, absence="") | Q(excused__isnull=False, present=False),
                name="participant_excused_absent",
            ),
            models.CheckConstraint(
                condition=~Q(excused=True) | ~Q(absence=""), name="participant_excused_says_why"
            ),
            models.UniqueConstraint(fields=["session", "appointment"], name="participant_member_once"),
            models.UniqueConstraint(fields=["session", "seat"], name="participant_seat_once"),
            models.UniqueConstraint(
                fields=["session", "item", "name"],
                condition=Q(role="official"),
                name="participant_official_once",
            ),
        ]
        indexes = [models.Index(fields=["session"], name="participant_unexcused", condition=Q(excused=False))]

    def __str__(self) -> str:
        return self.name
