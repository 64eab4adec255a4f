"""The conduct application."""

from importlib import import_module

from django.apps import AppConfig


class ConductConfig(AppConfig):
    """Entries about conduct, gifts and contacts; reports of interference and who may read each."""

    name = "qadaga.organisation.conduct"
    label = "conduct"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep conduct and interference out of every count of use."""
        import_module("qadaga.organisation.conduct.reading")
