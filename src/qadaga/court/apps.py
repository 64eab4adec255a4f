"""The application of court work."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CourtConfig(AppConfig):
    """Cases in court, judicial acts under study, hearings, papers."""

    name = "qadaga.court"
    label = "court"
    verbose_name = _("Courts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom cards are kept; let a recount of terms carry its days over to them."""
        for name in ("reading", "due"):
            import_module(f"qadaga.court.{name}")
