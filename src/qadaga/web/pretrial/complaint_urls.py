"""Addresses of the register of complaints: a row leads to its case."""

from django.urls import path

from qadaga.web.pretrial import views
from qadaga.web.registers.urls import register_urls

app_name = "complaints"
urlpatterns = [
    *register_urls("complaints"),
    path("<uuid:pk>/", views.row_card, {"kind": "complaints"}, name="card"),
]
