"""The app of appeals."""

from importlib import import_module

from django.apps import AppConfig


class AppealsConfig(AppConfig):
    """Appeals of citizens and organisations."""

    name = "qadaga.appeals"
    label = "appeals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare from whom the rows of appeals are kept, and what keeps a matter open."""
        import_module("qadaga.appeals.reading")
        import_module("qadaga.appeals.obstacles")
        import_module("qadaga.appeals.seating")
