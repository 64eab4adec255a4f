"""The offices application."""

from django.apps import AppConfig


class OfficesConfig(AppConfig):
    """Offices, their levels, kinds, territory, sphere and subordination (O.1, L.1.4-L.1.9)."""

    name = "qadaga.offices"
    label = "offices"
    default_auto_field = "django.db.models.BigAutoField"
