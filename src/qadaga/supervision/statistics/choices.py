"""The closed lists of the direction, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DIRECTION = "statistics"


class RecordKind(models.TextChoices):
    """Which records are checked."""

    CRIMES = "crimes", _("Criminal offences (unified register of investigations)")
    OFFENCES = "offences", _("Administrative offences (unified register)")
    INSPECTIONS = "inspections", _("Inspections of subjects (unified register)")
    APPEALS = "appeals", _("Appeals")
    COURTS = "courts", _("Consideration of cases by courts")
    SPECIAL = "special", _("Special records")


class CheckStatus(models.TextChoices):
    """Where a check stands."""

    BEGUN = "begun", _("Under way")
    FOUND = "found", _("Discrepancies found")
    DEMANDED = "demanded", _("Correction demanded")
    CLOSED = "closed", _("Finished")


class CheckGround(models.TextChoices):
    """The grounds on which records may be checked."""

    APPEAL = "appeal", _("Appeal")
    GENERAL = "assignment_pg", _("Assignment of the Prosecutor General")
    HIGHER = "assignment_higher", _("Assignment of the higher office")
    OWN = "own_initiative", _("The office's own initiative")


class Fault(models.TextChoices):
    """What is wrong with a record."""

    HIDDEN = "hidden", _("Hidden: not entered")
    LATE = "late", _("Entered late")
    WRONG = "wrong", _("Entered wrongly")
    WITHHELD = "withheld", _("Withheld: figures not given in time")


# What a check finds in the records themselves; silence is recorded by a step of its own.
IN_RECORDS = (Fault.HIDDEN, Fault.LATE, Fault.WRONG)


class Outcome(models.TextChoices):
    """How a check ended."""

    TRUE = "true", _("The records are complete and true")
    CORRECTED = "corrected", _("The records were corrected")
    ACT = "act", _("Not corrected: an act was brought")
