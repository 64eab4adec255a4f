"""The application of the journal."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Registered as `qadaga.journal.apps.JournalConfig`."""

    name = "qadaga.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"
