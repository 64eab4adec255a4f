"""Addresses of cases in court."""

from django.urls import path

from qadaga.web.court import of_investigation, views
from qadaga.web.registers.urls import register_urls

app_name = "courtcases"
urlpatterns = [
    *register_urls("courtcases"),
    path("new/", views.new_case, name="new"),
    path(
        "of-investigation/<uuid:investigation_id>/", of_investigation.new_prosecution, name="of_investigation"
    ),
    path("<uuid:pk>/", views.case_card, name="card"),
    path("<uuid:pk>/papers/<uuid:paper_id>/", views.case_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.case_step, name="step"),
]
