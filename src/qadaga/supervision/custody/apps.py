"""The application of direction 6: punishments and coercion."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CustodyConfig(AppConfig):
    """Places of custody, visits to them, people found held unlawfully."""

    name = "qadaga.supervision.custody"
    label = "custody"
    verbose_name = _("Punishments and coercion")
    default_auto_field = "django.db.models.BigAutoField"
