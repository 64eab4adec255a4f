"""Addresses of analyses of the state of legality."""

from django.urls import path

from qadaga.web.legality import views
from qadaga.web.registers.urls import register_urls

app_name = "analyses"
urlpatterns = [
    *register_urls("analyses"),
    path("new/", views.new_analysis, name="new"),
    path("<uuid:pk>/", views.analysis_card, name="card"),
    path("<uuid:pk>/paper.pdf", views.analysis_pdf, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.analysis_step, name="step"),
]
