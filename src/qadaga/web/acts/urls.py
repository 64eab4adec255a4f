"""Addresses of acts."""

from qadaga.web.registers.urls import register_urls

app_name = "acts"
urlpatterns = [
    *register_urls("acts"),
]
