"""Addresses of matters."""

from qadaga.web.registers.urls import register_urls

app_name = "matters"
urlpatterns = [
    *register_urls("matters"),
]
