"""The application of public trust and the improvement of the work."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrustConfig(AppConfig):
    """What applicants think of answers, proposals of the staff, the head's reviews of a quarter."""

    name = "qadaga.appeals.trust"
    label = "trust"
    verbose_name = _("Improving the work")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom notes are kept."""
        import_module("qadaga.appeals.trust.reading")
