"""The closed lists of inspections, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qadaga.matters.choices import MatterKind

# The grounds on which the law lets an office inspect are those on which it lets it open a matter (CL155.3).
Ground = MatterKind


class InspectionStatus(models.TextChoices):
    """Where an inspection stands."""

    DRAFT = "draft", _("Draft")
    OPENED = "opened", _("Under way")
    SUSPENDED = "suspended", _("Suspended")
    STOPPED = "stopped", _("Suspended by the office above")
    CLOSED = "closed", _("Finished")
    WITHDRAWN = "withdrawn", _("Given up")
    CANCELLED = "cancelled", _("Cancelled by the office above")


class Secrecy(models.TextChoices):
    """Secrets protected by law (O.8.d5). State secrets are never in this system."""

    NONE = "none", _("No mark")
    OFFICIAL = "official", _("Official secret")
    COMMERCIAL = "commercial", _("Commercial secret")
    PERSONAL = "personal", _("Secret of private life")
    OTHER = "other", _("Another secret protected by law")


class InspectionOutcome(models.TextChoices):
    """What an inspection ended with."""

    VIOLATIONS = "violations", _("Violations found")
    CLEAN = "clean", _("No violations found")


class PauseGround(models.TextChoices):
    """Why an inspection stands still: what it waits for comes from elsewhere."""

    AWAITING_DOCUMENTS = "awaiting_documents", _("Documents are awaited")
    AWAITING_EXPERTISE = "awaiting_expertise", _("An expert examination is awaited")


RUNNING = (InspectionStatus.OPENED, InspectionStatus.SUSPENDED, InspectionStatus.STOPPED)
