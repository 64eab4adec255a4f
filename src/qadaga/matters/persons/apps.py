"""The application of people known by their IIN."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PersonsConfig(AppConfig):
    """Cards of people by IIN, merged and parted again; what they gather stays in its own registers."""

    name = "qadaga.matters.persons"
    label = "persons"
    verbose_name = _("People by IIN")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say as whom the case file itself knows people."""
        import_module("qadaga.matters.persons.own")
