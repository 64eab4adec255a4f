"""The application of seals, stamps and blanks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SealsConfig(AppConfig):
    """Seals, stamps and blanks, and the symbols of the service."""

    name = "qadaga.organisation.seals"
    label = "seals"
    verbose_name = _("Seals, stamps and blanks")
    default_auto_field = "django.db.models.BigAutoField"
