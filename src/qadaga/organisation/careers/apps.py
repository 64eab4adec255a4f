"""The application of decisions about people."""

from django.apps import AppConfig


class CareersConfig(AppConfig):
    """Decisions about people and what they rest on (L.2.2, O.10)."""

    name = "qadaga.organisation.careers"
    label = "careers"
    default_auto_field = "django.db.models.BigAutoField"
