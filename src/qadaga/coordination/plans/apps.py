"""The application of plans of work."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """Plans of work and joint plans, each item with who does it, until when and its result."""

    name = "qadaga.coordination.plans"
    label = "workplans"
    verbose_name = _("Plans of work")
    default_auto_field = "django.db.models.BigAutoField"
