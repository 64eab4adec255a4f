"""Addresses of the index of operative-search, counter-intelligence and covert checks."""

from django.urls import path

from qadaga.web.covert import views
from qadaga.web.registers.urls import register_urls

app_name = "covert"
urlpatterns = [
    *register_urls("covert"),
    path("new/", views.enter, name="new"),
    path("demand/", views.demand, name="demand"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
