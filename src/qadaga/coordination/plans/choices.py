"""The closed lists of plans, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanKind(models.TextChoices):
    """Whose plan it is."""

    OFFICE = "office", _("Plan of the office")
    PERSON = "person", _("Plan of a person")
    JOINT = "joint", _("Joint plan with bodies")


class PlanPeriod(models.TextChoices):
    """For how long; a quarter has three months, a half-year six."""

    QUARTER = "quarter", _("Quarter")
    HALF = "half", _("Half-year")


class PlanStatus(models.TextChoices):
    """Where a plan stands."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("In work")
    CLOSED = "closed", _("Everything done")


class ItemChange(models.TextChoices):
    """What became of an item of an approved plan by decision of the head."""

    POSTPONED = "postponed", _("Put off to another day")
    DROPPED = "dropped", _("Item given up")


class ConsentStatus(models.TextChoices):
    """What a body says of a joint plan."""

    ASKED = "asked", _("Consent awaited")
    AGREED = "agreed", _("Consented")
    DECLINED = "declined", _("Declined")


MONTHS = {PlanPeriod.QUARTER: 3, PlanPeriod.HALF: 6}
# Drafting is the exercise of one power for plans of the service, of another for joint ones (O.7.4).
DRAFTING = {
    PlanKind.OFFICE: "plan.draft",
    PlanKind.PERSON: "plan.draft",
    PlanKind.JOINT: "coordination.plan_joint",
}
APPROVE, REPORT, CHANGE = "plan.approve", "plan.report", "plan.change"
AGREE = "coordination.agree_plan"
