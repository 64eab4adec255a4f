"""The application of direction 5: enforcement proceedings."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnforcementConfig(AppConfig):
    """Bailiffs, writs, checks of how they are executed, writs passed to a state bailiff."""

    name = "qadaga.supervision.enforcement"
    label = "enforcement"
    verbose_name = _("Enforcement proceedings")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom a writ is kept, and which tables repeat a term's day."""
        for name in ("reading", "due"):
            import_module(f"{self.name}.{name}")
