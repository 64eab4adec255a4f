"""The case file: number, office, direction, people, terms and the four results."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MattersConfig(AppConfig):
    """Registers the case file with Django."""

    name = "qadaga.matters"
    label = "matters"
    verbose_name = _("Matters")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare from whom the rows of the case file are kept."""
        import_module("qadaga.matters.reading")
        import_module("qadaga.matters.protected")
