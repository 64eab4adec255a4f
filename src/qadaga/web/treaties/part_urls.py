"""Addresses of parts of requests."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.treaties import views

app_name = "treaty_parts"
urlpatterns = [
    *register_urls("treaty_parts"),
    path("<uuid:pk>/", views.part_card, name="card"),
    path("<uuid:pk>/papers/<uuid:file_id>/", views.part_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.part_step, name="step"),
]
