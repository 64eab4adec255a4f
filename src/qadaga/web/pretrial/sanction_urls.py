"""Addresses of the register of sanctions: a row leads to its case."""

from django.urls import path

from qadaga.web.pretrial import views
from qadaga.web.registers.urls import register_urls

app_name = "sanctions"
urlpatterns = [
    *register_urls("sanctions"),
    path("<uuid:pk>/", views.row_card, {"kind": "sanctions"}, name="card"),
]
