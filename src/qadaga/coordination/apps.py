"""The application of coordination and of sessions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """Coordination councils, sessions of councils and collegia, what they decided."""

    name = "qadaga.coordination"
    label = "coordination"
    verbose_name = _("Coordination")
    default_auto_field = "django.db.models.BigAutoField"
