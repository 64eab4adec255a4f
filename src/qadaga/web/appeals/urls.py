"""Addresses of appeals."""

from qadaga.web.registers.urls import register_urls

app_name = "appeals"
urlpatterns = [
    *register_urls("appeals"),
]
