"""The application of supervised bodies and persons."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BodiesConfig(AppConfig):
    """Records of bodies merged and parted again; officials of bodies with the violations that are theirs."""

    name = "qadaga.matters.bodies"
    label = "bodies"
    verbose_name = _("Supervised bodies")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what of the case file stands in a body's history."""
        import_module("qadaga.matters.bodies.own")
