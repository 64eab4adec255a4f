"""The organisation application: no tables of its own."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """The ruled-on writes of the service about itself: structure, appointments, absences, acting heads."""

    name = "qadaga.organisation"
    label = "organisation"
