"""Addresses of people by IIN. No number of a person stands in any."""

from django.urls import path

from qadaga.web.persons import views

app_name = "persons"
urlpatterns = [
    path("", views.find, name="find"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
