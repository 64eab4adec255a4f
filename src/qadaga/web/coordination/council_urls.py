"""Addresses of councils."""

from django.urls import path

from qadaga.web.coordination import views

app_name = "councils"
urlpatterns = [
    path("", views.council_list, name="list"),
    path("new/", views.new_council, name="new"),
    path("<uuid:pk>/", views.council_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.council_step, name="step"),
]
