"""The closed lists of public trust and of proposals, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Satisfaction(models.TextChoices):
    """What the applicant thinks of the answer."""

    SATISFIED = "satisfied", _("The applicant is satisfied")
    PARTLY = "partly", _("The applicant is satisfied in part")
    NOT = "not", _("The applicant is not satisfied")
    SILENT = "silent", _("The applicant would not say")


class Source(models.TextChoices):
    """How the opinion became known."""

    HANDED = "handed", _("Said when the answer was handed over")
    PHONE = "phone", _("Said by telephone")
    WRITTEN = "written", _("In writing")


class Aim(models.TextChoices):
    """What a proposal is to better; the trust of people stands first (O.8.d7)."""

    TRUST = "trust", _("The trust of people")
    SPEED = "speed", _("Speed")
    QUALITY = "quality", _("Quality of decisions")
    ACCESS = "access", _("Access to the office")
    ORDER = "order", _("Order inside the office")


class ProposalStatus(models.TextChoices):
    """Where a proposal stands."""

    MADE = "made", _("Waits for a decision")
    ACCEPTED = "accepted", _("Accepted, is carried out")
    REFUSED = "refused", _("Not accepted")
    DONE = "done", _("Carried out")


PROPOSE, REVIEW, RECORD = "work.propose", "work.review", "trust.record"
