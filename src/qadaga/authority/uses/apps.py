"""The application of the counts of use."""

from django.apps import AppConfig


class UsesConfig(AppConfig):
    """Counts of use and how far each journal was counted."""

    name = "qadaga.authority.uses"
    label = "uses"
    default_auto_field = "django.db.models.BigAutoField"
