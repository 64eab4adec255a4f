"""Addresses of people whose rights were hurt. No name and no number of a person stands in any."""

from django.urls import path

from qadaga.web.protected import views
from qadaga.web.registers.urls import register_urls

app_name = "protected"
urlpatterns = [
    *register_urls("protected"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
