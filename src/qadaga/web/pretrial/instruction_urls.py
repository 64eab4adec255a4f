"""Addresses of the register of instructions: a row leads to its case."""

from django.urls import path

from qadaga.web.pretrial import views
from qadaga.web.registers.urls import register_urls

app_name = "instructions"
urlpatterns = [
    *register_urls("instructions"),
    path("<uuid:pk>/", views.row_card, {"kind": "instructions"}, name="card"),
]
