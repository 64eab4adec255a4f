"""The closed lists of orders, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrderForm(models.TextChoices):
    """An order decides (O.4); a directive binds the head's subordinates (O.13.2)."""

    ORDER = "order", _("Order")
    DIRECTIVE = "directive", _("Directive")


class OrderKind(models.TextChoices):
    """What an order is about: other changes of the service name the kind they rest on."""

    GENERAL = "general", _("On the work of the office")
    PERSONNEL = "personnel", _("On people")
    STRUCTURE = "structure", _("On the structure of offices")
    STAFFING = "staffing", _("On the staff limit and staffing table")
    DUTIES = "duties", _("On the distribution of duties")
    COLLEGIUM = "collegium", _("On a decision of the collegium")
    SEALS = "seals", _("On seals, stamps and blanks")


class OrderStatus(models.TextChoices):
    """Where an order stands; whether it is in force today is told by its dates (O.P5)."""

    DRAFT = "draft", _("Draft")
    AGREEMENT = "agreement", _("On agreement")
    AGREED = "agreed", _("Agreed")
    SIGNED = "signed", _("Signed")
    CANCELLED = "cancelled", _("Cancelled")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class OrderLanguage(models.TextChoices):
    """The language of the text; where there are two, the state language stands first (O.3)."""

    KK = "kk", _("Kazakh")
    RU = "ru", _("Russian")
    BOTH = "both", _("Kazakh and Russian")


class Audience(models.TextChoices):
    """Whom an order is to be made known to (O.P4)."""

    OFFICE = "office", _("Everybody of the office")
    BELOW = "below", _("Everybody of the office and of the offices below")
    LISTED = "listed", _("The people listed")


class FamiliarWay(models.TextChoices):
    """How somebody was made familiar with an order."""

    SELF = "self", _("Confirmed by the person here")
    PAPER = "paper", _("Signature on paper")
