"""Addresses of checks of records."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.statistics import views

app_name = "records"
urlpatterns = [
    *register_urls("records"),
    path("new/", views.begin, name="new"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/demand.pdf", views.paper, name="paper"),
    path("<uuid:pk>/figures.pdf", views.figures, name="figures"),
    path("<uuid:pk>/proof/", views.proof, name="proof"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
