"""Addresses of other duties by law."""

from django.urls import path

from qadaga.web.norms import views
from qadaga.web.registers.urls import register_urls

app_name = "laid_duties"
urlpatterns = [
    *register_urls("laid_duties"),
    path("new/", views.new_duty, name="new"),
    path("<uuid:pk>/", views.duty_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.duty_step, name="step"),
]
