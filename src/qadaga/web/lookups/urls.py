"""Addresses of look-ups."""

from django.urls import path

from qadaga.web.lookups import views

app_name = "lookups"
urlpatterns = [path("<uuid:pk>/", views.card, name="card")]
