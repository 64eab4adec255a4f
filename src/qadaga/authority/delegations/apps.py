"""The application of powers passed down."""

from django.apps import AppConfig


class DelegationsConfig(AppConfig):
    """Which power was passed to which office, from when until when."""

    name = "qadaga.authority.delegations"
    label = "delegations"
    default_auto_field = "django.db.models.BigAutoField"
