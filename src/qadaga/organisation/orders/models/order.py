"""The order: its drafts, remarks and moves up to the signature that freezes it, and its cancellation."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from qadaga.authority.lists.indexes import family, leading
from qadaga.matters.models.base import Move, Row, filled, in_status, moves_known, not_before, one_of, together
from qadaga.organisation.orders.choices import Audience, OrderForm, OrderKind, OrderLanguage, OrderStatus

APPOINTMENT = "staff.Appointment"
OFFICE = "offices.Office"
SIGNED = (OrderStatus.SIGNED, OrderStatus.CANCELLED)
SIGNATURE = (
    "signer",
    "signed_on",
    "signed_at",
    "in_force_on",
    "pdf",
    "sha256",
    "year",
    "number",
    "number_text",
    "ruling",
    "edition",
)


def _one_language(kk: str, ru: str) -> Q:
    """Each language that the order is written in has its text."""
    has_kk, has_ru = ~Q(**{kk: ""}), ~Q(**{ru: ""})
    return (
        Q(language="kk") & has_kk & ~has_ru
        | Q(language="ru") & has_ru & ~has_kk
        | Q(language="both") & has_kk & has_ru
    )


class Order(Row):
    """An order or a directive of an office, from its first draft to its cancellation (O.4, O.13.2).

    `due_on` repeats the earliest open term of its points (O.P3), for lists. `to_publish`: once signed it has
    to be published (O.P2).
    """

    form = models.CharField(max_length=10, choices=OrderForm.choices)
    kind = models.CharField(max_length=12, choices=OrderKind.choices)
    office = models.ForeignKey(OFFICE, on_delete=models.PROTECT, related_name="+", db_index=False)
    region = models.ForeignKey(OFFICE, on_delete=models.PROTECT, related_name="+", db_index=False)
    language = models.CharField(max_length=4, choices=OrderLanguage.choices)
    title_kk = models.CharField(max_length=300, default="", blank=True)
    title_ru = models.CharField(max_length=300, default="", blank=True)
    status = models.CharField(max_length=12, choices=OrderStatus.choices)
    version = models.PositiveIntegerField(default=1)
    drafted_on = models.DateField()
    author = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+", db_index=False)
    audience = models.CharField(max_length=8, choices=Audience.choices)
    controller = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    norms = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    begins_on = models.DateField(null=True)
    submitted_on = models.DateField(null=True)
    agreed_on = models.DateField(null=True)
    agreed_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    number_text = models.CharField(max_length=40, null=True)  # noqa: DJ001 - a draft has no number
    signer = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    in_force_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    pdf = models.ForeignKey("documents.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, null=True)  # noqa: DJ001 - a draft has none
    edition = models.CharField(max_length=60, null=True)  # noqa: DJ001 - a draft has none
    ruling = models.JSONField(null=True)
    basis = models.JSONField(default=list, blank=True)
    to_publish = models.BooleanField(default=False)
    published_on = models.DateField(null=True)
    published_where = models.CharField(max_length=300, null=True)  # noqa: DJ001 - a pair with its day
    published_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    cancelled_on = models.DateField(null=True)
    cancelled_by = models.ForeignKey(
        APPOINTMENT, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    cancelling = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="cancels")

    class Meta:
        constraints = [
            one_of("order", "form", OrderForm.values),
            one_of("order", "kind", OrderKind.values),
            one_of("order", "status", OrderStatus.values),
            one_of("order", "language", OrderLanguage.values),
            one_of("order", "audience", Audience.values),
            models.CheckConstraint(
                condition=_one_language("title_kk", "title_ru"), name="order_title_in_its_languages"
            ),
            models.UniqueConstraint(fields=["number_text"], name="order_number_once"),
            together("order", "signature", *SIGNATURE),
            together("order", "agreed", "agreed_on", "agreed_by"),
            together("order", "published", "published_on", "published_where", "published_by"),
            together("order", "cancelled", "cancelled_on", "cancelled_by"),
            in_status("order", "signed_on", SIGNED),
            in_status("order", "cancelled_on", [OrderStatus.CANCELLED]),
            in_status("order", "submitted_on", [OrderStatus.AGREEMENT]),
            models.CheckConstraint(
                condition=Q(status__in=SIGNED) | Q(signed_on__isnull=True), name="order_unsigned_by_status"
            ),
            models.CheckConstraint(
                condition=Q(status="cancelled") | Q(cancelled_on__isnull=True),
                name="order_cancelled_by_status",
            ),
            models.CheckConstraint(
                condition=Q(sha256__isnull=True) | Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="order_sha256_hex",
            ),
            not_before("order", "submitted_on", "drafted_on"),
            not_before("order", "agreed_on", "drafted_on"),
            not_before("order", "signed_on", "drafted_on"),
            not_before("order", "in_force_on", "signed_on"),
            not_before("order", "published_on", "signed_on"),
            not_before("order", "cancelled_on", "signed_on"),
        ]
        indexes = [
            *family("order_drafted", "drafted_on", plain=True),
            *family("order_due", "due_on", partial=True),
            leading("order_by_author", "author", "drafted_on"),
            leading("order_by_controller", "controller", "due_on", nullable=True),
            models.Index(
                fields=["signer", "signed_on"], condition=Q(signer__isnull=False), name="order_by_signer"
            ),
            models.Index(
                fields=["office", "signed_on", "id"],
                condition=Q(to_publish=True, published_on__isnull=True, status="signed"),
                name="order_unpublished",
            ),
        ]

    def __str__(self) -> str:
        return self.number_text or self.title

    @property
    def title(self) -> str:
        """What the order is about, the state language first."""
        return self.title_kk or self.title_ru

    def title_in(self, language: str) -> str:
        """What the order is about in ru or kk; in the other of the two where that is not written."""
        return (self.title_kk if language == "kk" else self.title_ru) or self.title

    def in_force(self, on: date) -> bool:
        """Whether the order has effect on the day (O.P5)."""
        if self.in_force_on is None or on < self.in_force_on:
            return False
        return self.cancelled_on is None or on < self.cancelled_on


class OrderVersion(Row):
    """One saved text of a draft; the last one before signing is what was signed."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="versions")
    no = models.PositiveSmallIntegerField()
    title_kk = models.CharField(max_length=300, default="", blank=True)
    title_ru = models.CharField(max_length=300, default="", blank=True)
    text_kk = models.TextField(default="", blank=True)
    text_ru = models.TextField(default="", blank=True)
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "no"], name="orderversion_order"),
            models.CheckConstraint(condition=Q(no__gte=1), name="orderversion_no_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} v{self.no}"


class OrderRemark(Row):
    """A remark with which a draft was sent back."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="remarks")
    version_no = models.PositiveSmallIntegerField()
    text = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(APPOINTMENT, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = filled("orderremark", "text")

    def __str__(self) -> str:
        return f"{self.order_id} v{self.version_no}"


class OrderMove(Move):
    """One step of an order: from which status to which, by which power, who, when and why."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="moves")

    class Meta:
        constraints = moves_known("ordermove", OrderStatus.values)
