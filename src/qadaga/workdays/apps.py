"""The application of the working calendar's own rows."""

from django.apps import AppConfig


class WorkdaysConfig(AppConfig):
    """Moved days, declared days of rest, the recounts that follow from them."""

    name = "qadaga.workdays"
    label = "workdays"
    default_auto_field = "django.db.models.BigAutoField"
