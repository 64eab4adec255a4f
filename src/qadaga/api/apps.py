"""The app of the programming interface."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Pages own no rows, nor does the API."""

    name = "qadaga.api"
    label = "api"
