"""Addresses of decisions."""

from django.urls import path

from qadaga.web.coordination import views
from qadaga.web.registers.urls import register_urls

app_name = "decisions"
urlpatterns = [
    *register_urls("decisions"),
    path("<uuid:pk>/", views.decision_card, name="card"),
    path("<uuid:pk>/extract.pdf", views.decision_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.decision_step, name="step"),
]
