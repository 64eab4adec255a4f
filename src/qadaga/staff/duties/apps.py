"""The application of the distribution of duties."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Distributions of duties, each by an order and from a day (O.14.1, O.14.3)."""

    name = "qadaga.staff.duties"
    label = "duties"
    default_auto_field = "django.db.models.BigAutoField"
