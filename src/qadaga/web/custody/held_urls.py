"""Addresses of people found held unlawfully."""

from django.urls import path

from qadaga.web.custody import views
from qadaga.web.registers.urls import register_urls

app_name = "held"
urlpatterns = [
    *register_urls("held"),
    path("<uuid:pk>/", views.held_card, name="card"),
    path("<uuid:pk>/resolution.pdf", views.held_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.held_step, name="step"),
]
