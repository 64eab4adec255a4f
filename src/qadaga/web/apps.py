"""Django application of the pages for staff."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and pages; owns no models."""

    name = "qadaga.web"
    label = "web"
