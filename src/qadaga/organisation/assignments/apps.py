"""The application of assignments to lower offices."""

from importlib import import_module

from django.apps import AppConfig


class AssignmentsConfig(AppConfig):
    """What a higher office gave a lower one to do, by when, and what came of it."""

    name = "qadaga.organisation.assignments"
    label = "assignments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let a recount of the calendar carry the last day over; say from whom assignments are kept."""
        import_module("qadaga.organisation.assignments.subject")
        import_module("qadaga.organisation.assignments.reading")
