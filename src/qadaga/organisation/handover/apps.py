"""The application of hand-overs."""

from django.apps import AppConfig


class HandOverConfig(AppConfig):
    """What passed from whom to whom, when and why."""

    name = "qadaga.organisation.handover"
    label = "handover"
    default_auto_field = "django.db.models.BigAutoField"
