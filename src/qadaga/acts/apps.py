"""Acts of supervision and response, and the measures that prepare them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActsConfig(AppConfig):
    """Registers acts and measures with Django."""

    name = "qadaga.acts"
    label = "acts"
    verbose_name = _("Acts")
    default_auto_field = "django.db.models.BigAutoField"
