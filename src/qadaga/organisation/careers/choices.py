"""The closed lists of decisions about people, each with its words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DecisionKind(models.TextChoices):
    """What was decided."""

    APPOINTMENT = "appointment", _("Appointment")
    EX_OFFICIO = "ex_officio", _("Post held by virtue of another")
    TRANSFER = "transfer", _("Transfer")
    SECONDMENT = "secondment", _("Secondment")
    DISMISSAL = "dismissal", _("Dismissal")


class Cause(models.TextChoices):
    """Why an appointment ends."""

    OWN_WISH = "own_wish", _("Own wish")
    TERM = "term", _("The term is over")
    TRANSFER = "transfer", _("Transfer to another post")
    RETIREMENT = "retirement", _("Retirement")
    REDUCTION = "reduction", _("The post is abolished")
    UNFIT = "unfit", _("Unfit for service")
    BREACH = "breach", _("Breach of the conditions of service")
    OTHER = "other", _("Another ground")
    DEATH = "death", _("Death")


class Role(models.TextChoices):
    """What a body outside the service did about an appointment (L.2.2)."""

    APPOINTED = "appointed", _("appointed")
    PROPOSED = "proposed", _("proposed")
    CONSENTED = "consented", _("consented")
    RELEASED = "released", _("released")
