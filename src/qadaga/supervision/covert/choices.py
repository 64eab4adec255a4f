"""The closed lists of the direction: nothing about a check is said in any other words (O.8.d5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entitled(models.TextChoices):
    """The bodies that may carry the activity out: named by laws that are no source of ours, so unverified."""

    INTERIOR = "interior", _("Internal affairs bodies")
    SECURITY = "security", _("National security bodies")
    FOREIGN = "foreign", _("Foreign intelligence")
    MILITARY = "military", _("Military intelligence of the Ministry of Defence")
    CORRUPTION = "corruption", _("Anti-corruption service")
    ECONOMIC = "economic", _("Economic investigation service")
    GUARD = "guard", _("State Guard Service")


class CheckKind(models.TextChoices):
    """What is checked."""

    OPERATIVE = "operative", _("Operative-search activity")
    COUNTER = "counter", _("Counter-intelligence activity")
    COVERT = "covert", _("Covert investigative actions")


class CheckStatus(models.TextChoices):
    """Where a check stands."""

    DEMANDED = "demanded", _("Materials demanded")
    WAITING = "waiting", _("Act sent, result awaited")
    CLOSED = "closed", _("Finished")


class DemandGround(models.TextChoices):
    """The grounds on which materials may be demanded."""

    CODE = "code_names_it", _("A case that criminal procedure names")
    LAW = "law_names_it", _("A case that a law names")


class CheckGround(models.TextChoices):
    """The grounds of a check that the law names."""

    CODE = "code_names_it", _("A case that criminal procedure names")
    LAW = "law_names_it", _("A case that a law names")
    RIGHTS = "rights_violated", _("People's rights are violated")


class CheckResult(models.TextChoices):
    """What the check ended in."""

    LAWFUL = "lawful", _("No violation")
    ACT = "act", _("Violation: an act on paper")
    STOPPED = "stopped", _("Violation: the action was stopped")
    WITHHELD = "withheld", _("Materials were not given: an act on paper")


class PaperKind(models.TextChoices):
    """The act that was issued on paper: only its kind, number and day stand here."""

    REPRESENTATION = "representation", _("Representation")
    RESOLUTION = "resolution", _("Resolution")


class Reply(models.TextChoices):
    """What became of the act."""

    REMOVED = "removed", _("The violation was removed")
    REFUSED = "refused", _("Removal was refused")
    ABOVE = "above", _("Passed to the office above")


# A violation, or silence, was answered by an act on paper.
WITH_PAPER = (CheckResult.ACT, CheckResult.STOPPED, CheckResult.WITHHELD)
# Only what is done covertly against people can be stopped: counter-intelligence has a law of its own.
STOPPABLE = (CheckKind.OPERATIVE, CheckKind.COVERT)
