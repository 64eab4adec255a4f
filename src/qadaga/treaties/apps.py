"""The application of direction 7: treaties."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatiesConfig(AppConfig):
    """Treaties, checks of how they are kept, requests from and to abroad with their parts."""

    name = "qadaga.treaties"
    label = "treaties"
    verbose_name = _("Treaties")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say which tables repeat the last day of a term."""
        import_module(f"{self.name}.due")
