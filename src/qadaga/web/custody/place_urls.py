"""Addresses of places of custody."""

from django.urls import path

from qadaga.web.custody import views
from qadaga.web.registers.urls import register_urls

app_name = "places"
urlpatterns = [
    *register_urls("places"),
    path("new/", views.new_place, name="new"),
    path("<uuid:pk>/", views.place_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.place_step, name="step"),
]
