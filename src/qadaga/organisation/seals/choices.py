"""The closed lists of seals and symbols, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SealKind(models.TextChoices):
    """What is kept (O.3)."""

    SEAL = "seal", _("Seal with the state arms")
    STAMP = "stamp", _("Stamp with the name in the state language")
    BLANKS = "blanks", _("Blanks of the set form")


class SealStatus(models.TextChoices):
    """Where it is."""

    HELD = "held", _("Held")
    LOST = "lost", _("Lost")
    DESTROYED = "destroyed", _("Destroyed")


class SymbolKind(models.TextChoices):
    """A symbol of the service (L.1.7)."""

    FLAG = "flag", _("Flag")
    EMBLEM = "emblem", _("Emblem")
    BANNER = "banner", _("Banner")
    BADGE = "badge", _("Badge")
    OTHER = "other", _("Another symbol")
