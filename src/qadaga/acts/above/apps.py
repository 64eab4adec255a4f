"""The application of what offices above decide on lower ones' acts."""

from importlib import import_module

from django.apps import AppConfig


class AboveConfig(AppConfig):
    """Decisions of an office above on acts and measures of a lower one, with their papers."""

    name = "qadaga.acts.above"
    label = "above"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say by which way a resolution is of the record that was decided on."""
        import_module("qadaga.matters.signed").through("higher_resolution", "decision__subject_id")
