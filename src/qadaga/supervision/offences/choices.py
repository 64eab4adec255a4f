"""The closed lists of the direction, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseStatus(models.TextChoices):
    """Where a case stands."""

    CALLED = "called", _("File called for")
    RECEIVED = "received", _("File received")
    CHECKED = "checked", _("Legality checked")
    OPENED = "opened", _("Proceedings opened by the prosecutor")
    CLOSED = "closed", _("Proceedings closed by the prosecutor")
    DONE = "done", _("Outcome recorded")


class CalledOn(models.TextChoices):
    """The grounds on which a file may be called for."""

    APPEAL = "appeal", _("On an appeal")
    SUPERVISED = "case_supervised", _("The case is under supervision")
    OWN = "own_initiative", _("The office's own initiative")


class ClosedOn(models.TextChoices):
    """The grounds on which the prosecutor closes proceedings."""

    NO_OFFENCE = "no_offence", _("There is no offence")
    UNLAWFUL = "opened_unlawfully", _("The proceedings were opened unlawfully")


class Legality(models.TextChoices):
    """What the check says of a detention, and of a penalty."""

    NONE = "none", _("Was not applied")
    LAWFUL = "lawful", _("Lawful")
    UNLAWFUL = "unlawful", _("Unlawful")


class DecisionKind(models.TextChoices):
    """What a resolution of the prosecutor does with the proceedings."""

    OPEN = "open", _("Opens the proceedings")
    CLOSE = "close", _("Closes the proceedings")


class CaseOutcome(models.TextChoices):
    """What became of the case."""

    KEPT = "kept", _("The decision stands: it is lawful")
    CANCELLED = "cancelled", _("The penalty was cancelled")
    CHANGED = "changed", _("The penalty was changed")
    CLOSED = "closed", _("The proceedings were closed")
    PENALISED = "penalised", _("A penalty was imposed")
    AGAIN = "again", _("Sent for a new consideration")
    WITHHELD = "withheld", _("The file was not given: an act answers")


# The file itself is with the prosecutor's office, or may be.
WITH_FILE = (CaseStatus.RECEIVED, CaseStatus.CHECKED, CaseStatus.OPENED, CaseStatus.CLOSED, CaseStatus.DONE)
