"""Addresses of matters."""

from django.urls import path

from qadaga.web.matters import views
from qadaga.web.registers.urls import register_urls

app_name = "matters"
urlpatterns = [
    *register_urls("matters"),
    path("told/<uuid:pk>/", views.told, name="told"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/files/<uuid:file_id>/", views.file, name="file"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
