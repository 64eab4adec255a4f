"""Addresses of the help pages."""

from django.urls import path

from qadaga.web.help import views

app_name = "help"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:topic>/", views.topic, name="topic"),
]
