"""The closed lists of the direction, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BailiffKind(models.TextChoices):
    """The two kinds of bailiffs that L.3.5 tells apart."""

    PRIVATE = "private", _("Private bailiff")
    STATE = "state", _("State bailiff")


class BailiffStatus(models.TextChoices):
    """Whether writs may be with the bailiff."""

    WORKING = "working", _("Works")
    ENDED = "ended", _("Works no longer")


class Party(models.TextChoices):
    """Who claims and who owes, by kind: names stand on the card only."""

    PERSON = "person", _("A natural person")
    ENTITY = "entity", _("A legal entity")
    STATE = "state", _("The state")


class Issuer(models.TextChoices):
    """Who issued the writ."""

    COURT = "court", _("A court")
    NOTARY = "notary", _("A notary")
    BODY = "body", _("Another body or official")


class WritStatus(models.TextChoices):
    """Where a writ stands."""

    PRIVATE = "with_private", _("With a private bailiff")
    WITHDRAWN = "withdrawn", _("Withdrawn, receipts awaited")
    STATE = "with_state", _("With a state bailiff")
    ENDED = "ended", _("Execution over")


class EndedAs(models.TextChoices):
    """How the execution of a writ ended."""

    EXECUTED = "executed", _("Executed in full")
    STOPPED = "stopped", _("Proceedings ended without full execution")
    RETURNED = "returned", _("Returned to the claimant")


class CheckGround(models.TextChoices):
    """The grounds of a check that the law names."""

    APPEAL = "appeal", _("An appeal")
    ASSIGNMENT = "assignment_higher", _("An assignment of the office above")
    MEDIA = "media", _("A report in the media")
    OWN = "own_initiative", _("The office's own initiative")


class Checked(models.TextChoices):
    """What of the execution is checked."""

    OPENING = "opening", _("Opening, notices, terms")
    MEASURES = "measures", _("Measures taken to execute")
    PROPERTY = "property", _("Arrest, valuation and sale of property")
    BANS = "bans", _("Restrictions on the debtor")
    MONEY = "money", _("Sums recovered and passed on, payment of the bailiff")
    END = "end", _("Suspension, end, return of the writ")


class CheckStatus(models.TextChoices):
    """Where a check stands."""

    BEGUN = "begun", _("Under way")
    DONE = "done", _("Carried out")


class CheckOutcome(models.TextChoices):
    """What a check found."""

    LAWFUL = "lawful", _("The actions are lawful")
    VIOLATED = "violated", _("Violations found")


# Where the writ stands with a bailiff of that kind.
WITH = {BailiffKind.PRIVATE: WritStatus.PRIVATE, BailiffKind.STATE: WritStatus.STATE}
DIRECTION, DUTY = "enforcement", "duty.watch_checks"
