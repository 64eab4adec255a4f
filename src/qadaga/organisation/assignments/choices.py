"""The closed lists of assignments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

GIVE, REPLY, TAKE_OFF = "lower.assign", "lower.report", "lower.take_off"


class AssignmentStatus(models.TextChoices):
    """Where an assignment stands."""

    GIVEN = "given", _("To be carried out")
    REPORTED = "reported", _("Reported, to be taken off control")
    DONE = "done", _("Taken off control")


class AboutKind(models.TextChoices):
    """What an assignment is about."""

    OFFICE = "office", _("The work of the office")
    MATTER = "matter", _("A matter")
    APPEAL = "appeal", _("An appeal")
