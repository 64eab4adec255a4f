"""What an office above may do with a lower one's act, and the powers it does that by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

SUSPEND, RESUME = "lower.suspend", "lower.resume"
CANCEL, CHANGE, TAKE_OVER = "lower.cancel", "lower.change", "lower.take_over"
NOTE, TELL = "lower.note", "lower.tell"


class AboveKind(models.TextChoices):
    """What was decided."""

    SUSPEND = "suspend", _("Suspended until it is decided")
    RESUME = "resume", _("Let go on")
    CANCEL = "cancel", _("Cancelled")
    CHANGE = "change", _("Changed")
    TAKE_OVER = "take_over", _("Taken over by the office above")


POWERS = {
    AboveKind.SUSPEND: SUSPEND,
    AboveKind.RESUME: RESUME,
    AboveKind.CANCEL: CANCEL,
    AboveKind.CHANGE: CHANGE,
    AboveKind.TAKE_OVER: TAKE_OVER,
}
ON_PAPER = (AboveKind.SUSPEND, AboveKind.CANCEL, AboveKind.CHANGE)
"""What is decided by a resolution with its number and its frozen paper."""
