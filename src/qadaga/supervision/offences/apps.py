"""The application of administrative-offence proceedings."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OffencesConfig(AppConfig):
    """Cases of administrative offences under supervision, and the resolutions about them."""

    name = "qadaga.supervision.offences"
    label = "offences"
    verbose_name = _("Administrative offences")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom cases are kept, and which table repeats a term's day."""
        import_module("qadaga.supervision.offences.reading")
