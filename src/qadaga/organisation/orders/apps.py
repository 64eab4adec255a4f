"""The application of orders and directives: the rows that only the organisation needs."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrdersConfig(AppConfig):
    """Orders, directives and what is done with them."""

    name = "qadaga.organisation.orders"
    label = "orders"
    verbose_name = _("Orders")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare which kinds of act its signatures give, and what repeats the last day of a point."""
        import_module("qadaga.organisation.orders.due")
        import_module("qadaga.organisation.orders.used")
