"""The application of direction 2: pre-trial investigation."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PretrialConfig(AppConfig):
    """Case cards by ERDR number with what was decided in them, and the terms that run on them."""

    name = "qadaga.supervision.pretrial"
    label = "pretrial"
    verbose_name = _("Pre-trial investigation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say which tables repeat the last day of a term, and which alarm time itself raises."""
        for name in ("due", "clockwork"):
            import_module(f"qadaga.supervision.pretrial.{name}")
