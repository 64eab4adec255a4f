"""The application of what offices above decide on lower ones' acts."""

from django.apps import AppConfig


class AboveConfig(AppConfig):
    """Decisions of an office above on acts and measures of a lower one, with their papers."""

    name = "qadaga.acts.above"
    label = "above"
    default_auto_field = "django.db.models.BigAutoField"
