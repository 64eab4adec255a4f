"""The application of warnings."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """What ends soon, how many days before it is told, and what was told."""

    name = "qadaga.organisation.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
