"""Addresses of assignments."""

from django.urls import path

from qadaga.web.assignments import views
from qadaga.web.registers.urls import register_urls

app_name = "assignments"
urlpatterns = [
    *register_urls("assignments"),
    path("new/", views.new, name="new"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
