"""Addresses of the symbols of the service."""

from django.urls import path

from qadaga.web.seals import views

app_name = "symbols"
urlpatterns = [
    path("", views.symbol_list, name="list"),
    path("new/", views.new_symbol, name="new"),
    path("<int:pk>/end/", views.end_symbol, name="end"),
]
