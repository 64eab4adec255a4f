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
        """Say from whom cases are kept, which tables repeat the day of a term, which alarm time raises,
        what a prosecution asks of them.
        """
        for name in ("reading", "due", "clockwork", "prosecuted"):
            import_module(f"qadaga.supervision.pretrial.{name}")
