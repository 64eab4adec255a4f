"""Acts of supervision and response, and the measures that prepare them."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActsConfig(AppConfig):
    """Registers acts and measures with Django, and with the closing of a matter."""

    name = "qadaga.acts"
    label = "acts"
    verbose_name = _("Acts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Models exist only now: the questions acts ask before a matter closes are registered here, and
        from whom acts and measures are kept.
        """
        import_module("qadaga.acts.obstacles")
        import_module("qadaga.acts.reading")
        import_module("qadaga.acts.seating")
