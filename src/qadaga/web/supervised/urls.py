"""Addresses of supervised bodies."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.supervised import views

app_name = "supervised"
urlpatterns = [
    *register_urls("supervised"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
