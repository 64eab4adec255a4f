"""The application of inspections."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InspectionsConfig(AppConfig):
    """Inspections, and what they say when their matter closes."""

    name = "qadaga.supervision.inspections"
    label = "inspections"
    verbose_name = _("Inspections")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom inspections are kept, what keeps a matter open, which table repeats a term's day, how
        they follow their matter, what an office above may decide on them.
        """
        for name in ("reading", "obstacles", "due", "seating", "above"):
            import_module(f"qadaga.supervision.inspections.{name}")
