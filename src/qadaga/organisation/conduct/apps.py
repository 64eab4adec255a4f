"""The conduct application."""

from django.apps import AppConfig


class ConductConfig(AppConfig):
    """Entries about conduct, gifts and contacts; reports of interference and who may read each."""

    name = "qadaga.organisation.conduct"
    label = "conduct"
    default_auto_field = "django.db.models.BigAutoField"
