"""The application of direction 1: legality of acts and decisions."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegalityConfig(AppConfig):
    """Legal acts of supervised bodies, reviews of them, analyses of the state of legality."""

    name = "qadaga.supervision.legality"
    label = "legality"
    verbose_name = _("Legality of acts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom legal acts are kept, and which table repeats the last day of a term."""
        for name in ("reading", "due"):
            import_module(f"qadaga.supervision.legality.{name}")
