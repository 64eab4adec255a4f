"""The application of look-ups in outside registers."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GatewayConfig(AppConfig):
    """Look-ups in outside registers, each within a matter."""

    name = "qadaga.supervision.gateway"
    label = "gateway"
    verbose_name = _("Look-ups in outside registers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say from whom look-ups are kept."""
        import_module(f"{self.name}.reading")
