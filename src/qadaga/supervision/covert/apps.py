"""The application of direction 3: operative-search, counter-intelligence, covert actions."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CovertConfig(AppConfig):
    """The index of checks: numbers, dates and closed lists, nothing else."""

    name = "qadaga.supervision.covert"
    label = "covert"
    verbose_name = _("Operative-search activity")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say which table repeats the last day of a term; keep checks out of every count of use."""
        import_module("qadaga.supervision.covert.reading")
