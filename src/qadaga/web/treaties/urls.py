"""Addresses of requests."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.treaties import views

app_name = "treaty_requests"
urlpatterns = [
    *register_urls("treaty_requests"),
    path("new/", views.new_request, name="new"),
    path("<uuid:pk>/", views.request_card, name="card"),
    path("<uuid:pk>/papers/<uuid:file_id>/", views.request_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.request_step, name="step"),
]
