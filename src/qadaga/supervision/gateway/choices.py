"""The closed lists of look-ups, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Register(models.TextChoices):
    """Outside registers that the gateway reaches; each is asked by one number."""

    PERSONS = "persons", _("State register of people (IIN)")
    ORGANISATIONS = "organisations", _("State register of organisations (BIN)")
    SPECIAL = "special", _("Special records of legal statistics (IIN)")


class LookUpStatus(models.TextChoices):
    """Where a look-up stands."""

    ASKED = "asked", _("Asked, no answer yet")
    ANSWERED = "answered", _("Answered")
    NOTHING = "nothing", _("Nothing is known there")
    FAILED = "failed", _("The register gave no answer")


class Fault(models.TextChoices):
    """Why there is no answer."""

    UNREACHABLE = "unreachable", _("The register cannot be reached")
    TIMEOUT = "timeout", _("The register did not answer in time")
    REFUSED = "refused", _("The register refused")
    BAD_ANSWER = "bad_answer", _("The answer does not keep the contract and was thrown away")
