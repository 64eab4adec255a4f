"""The application of the register of norms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NormsConfig(AppConfig):
    """Norms in force as data, where matters rest on them, duties that they lay."""

    name = "qadaga.matters.norms"
    label = "norms"
    verbose_name = _("Norms in force")
    default_auto_field = "django.db.models.BigAutoField"
