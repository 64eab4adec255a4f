"""Addresses of people by IIN. No number of a person stands in any."""

from django.urls import path

from qadaga.web.persons import views

app_name = "persons"
urlpatterns = [
    path("", views.find, name="find"),
    path("of-official/<uuid:pk>/", views.of_official, name="of_official"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
