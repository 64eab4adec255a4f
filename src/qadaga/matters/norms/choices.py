"""The closed lists of the register of norms, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NormKind(models.TextChoices):
    """What a norm gives."""

    TASK = "task", _("Another task (O.6.4)")
    FUNCTION = "function", _("Another function (O.7.5)")
    RIGHT = "right", _("Another right (O.8.11)")
    DUTY = "duty", _("Another duty (O.8.d8)")


class NormStatus(models.TextChoices):
    """Where an entry stands; whether it is in force on a day its dates tell."""

    DRAFT = "draft", _("Waits for approval")
    APPROVED = "approved", _("Approved")


class DutyStatus(models.TextChoices):
    """Whether a duty laid on somebody is fulfilled."""

    OPENED = "opened", _("To be fulfilled")
    CLOSED = "closed", _("Fulfilled")


ENTER, APPROVE, CONSULT = "norm.enter", "regulation.approve", "norm.consult"
LAY, FULFIL = "duty.lay", "duty.fulfil"
NAMED = (NormKind.TASK, NormKind.FUNCTION)
"""What a matter may be said to serve."""
