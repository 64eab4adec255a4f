"""The application of documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Registered as `qadaga.documents.apps.DocumentsConfig`."""

    name = "qadaga.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
