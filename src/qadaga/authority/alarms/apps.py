"""The application of running duties."""

from django.apps import AppConfig


class AlarmsConfig(AppConfig):
    """Alarms of duties, and which offices hear each."""

    name = "qadaga.authority.alarms"
    label = "alarms"
    default_auto_field = "django.db.models.BigAutoField"
