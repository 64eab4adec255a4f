"""The staff application."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """People of the service, their appointments, absences and who acts for an absent head (O.10-O.15)."""

    name = "qadaga.staff"
    label = "staff"
    default_auto_field = "django.db.models.BigAutoField"
