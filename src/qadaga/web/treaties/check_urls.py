"""Addresses of checks."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.treaties import views

app_name = "treaty_checks"
urlpatterns = [
    *register_urls("treaty_checks"),
    path("new/", views.new_check, name="new"),
    path("<uuid:pk>/", views.check_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.check_step, name="step"),
]
