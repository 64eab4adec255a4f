"""The application of the exchange of information."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """What was asked of bodies and told to them, what they asked and told, until when, what was answered."""

    name = "qadaga.coordination.exchange"
    label = "exchange"
    verbose_name = _("Information exchanged with bodies")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom exchanges are kept."""
        import_module("qadaga.coordination.exchange.reading")
