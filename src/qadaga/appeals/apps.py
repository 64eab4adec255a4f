"""The app of appeals."""

from django.apps import AppConfig


class AppealsConfig(AppConfig):
    """Appeals of citizens and organisations."""

    name = "qadaga.appeals"
    label = "appeals"
    default_auto_field = "django.db.models.BigAutoField"
