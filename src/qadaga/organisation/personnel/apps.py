"""The personnel application."""

from django.apps import AppConfig


class PersonnelConfig(AppConfig):
    """Ranks and the list of ranked posts, periods of service, entries of the personal file, guarantees."""

    name = "qadaga.organisation.personnel"
    label = "personnel"
    default_auto_field = "django.db.models.BigAutoField"
