"""The closed lists of the exchange of information, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """From whom to whom."""

    SENT = "sent", _("Sent by us")
    RECEIVED = "received", _("Received by us")


class What(models.TextChoices):
    """A request is answered, a notice only noted."""

    REQUEST = "request", _("Request")
    NOTICE = "notice", _("Notice")


class ExchangeStatus(models.TextChoices):
    """Where it stands."""

    AWAITED = "awaited", _("Reply awaited")
    ANSWERED = "answered", _("Answered")
    NOTED = "noted", _("Noted")


EXCHANGE, KEEP = "coordination.exchange", "coordination.keep_exchange"
