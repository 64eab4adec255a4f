"""Addresses of treaties."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.treaties import views

app_name = "treaties"
urlpatterns = [
    *register_urls("treaties"),
    path("new/", views.new_treaty, name="new"),
    path("draft/", views.new_draft, name="draft"),
    path("<uuid:pk>/", views.treaty_card, name="card"),
    path("<uuid:pk>/papers/<uuid:file_id>/", views.treaty_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.treaty_step, name="step"),
]
