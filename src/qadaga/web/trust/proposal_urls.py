"""Addresses of proposals to improve the work."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.trust import views

app_name = "proposals"
urlpatterns = [
    *register_urls("proposals"),
    path("new/", views.new, name="new"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.proposal_step, name="step"),
]
