"""The application of direction 8: legal statistics and special records."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    """Checks of records, what they found, what was demanded and what was corrected."""

    name = "qadaga.supervision.statistics"
    label = "records"
    verbose_name = _("Legal statistics")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom a check is kept, and which table repeats a term's day."""
        import_module(f"{self.name}.reading")
