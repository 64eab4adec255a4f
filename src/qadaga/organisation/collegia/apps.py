"""The application of collegia."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CollegiaConfig(AppConfig):
    """Collegia of offices, their members and the rules they work by."""

    name = "qadaga.organisation.collegia"
    label = "collegia"
    verbose_name = _("Collegia")
    default_auto_field = "django.db.models.BigAutoField"
