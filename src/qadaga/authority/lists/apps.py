"""The application of registers: search entries, saved filters and export jobs."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """Registers, search, saved filters and exports."""

    name = "qadaga.authority.lists"
    label = "lists"
    default_auto_field = "django.db.models.BigAutoField"
