"""Addresses of officials of supervised bodies. No number of a person stands in any."""

from django.urls import path

from qadaga.web.persons.views import of_official
from qadaga.web.registers.urls import register_urls
from qadaga.web.supervised import views

app_name = "officials"
urlpatterns = [
    *register_urls("officials"),
    path("<uuid:pk>/", views.official_card, name="card"),
    path("<uuid:pk>/person/", of_official, name="person"),
]
