"""The application of restructurings: what is handed over from office to office, and how far it got."""

from django.apps import AppConfig


class RestructuringConfig(AppConfig):
    """Merging, closing and moving offices (O.1, O.5)."""

    name = "qadaga.organisation.restructuring"
    label = "restructuring"
    default_auto_field = "django.db.models.BigAutoField"
