"""Addresses of bailiffs."""

from django.urls import path

from qadaga.web.enforcement import views
from qadaga.web.registers.urls import register_urls

app_name = "bailiffs"
urlpatterns = [
    *register_urls("bailiffs"),
    path("new/", views.new_bailiff, name="new"),
    path("<uuid:pk>/", views.bailiff_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.bailiff_step, name="step"),
]
