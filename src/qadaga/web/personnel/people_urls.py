"""Addresses of the register of people."""

from django.urls import path

from qadaga.web.personnel.file_views import of_post
from qadaga.web.registers.urls import register_urls

app_name = "people"
urlpatterns = [*register_urls("people"), path("<uuid:appointment_id>/", of_post, name="card")]
