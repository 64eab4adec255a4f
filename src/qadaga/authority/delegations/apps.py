"""The application of powers passed down."""

from importlib import import_module

from django.apps import AppConfig


class DelegationsConfig(AppConfig):
    """Which power was passed to which office, from when until when."""

    name = "qadaga.authority.delegations"
    label = "delegations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Models exist only now: rulings ask from here on whether a power was passed down."""
        import_module("qadaga.authority.delegations.selectors")
