"""The application of staff limits and staffing tables."""

from django.apps import AppConfig


class StaffingConfig(AppConfig):
    """How many people an office may have, and in which posts (O.5)."""

    name = "qadaga.organisation.staffing"
    label = "staffing"
    default_auto_field = "django.db.models.BigAutoField"
