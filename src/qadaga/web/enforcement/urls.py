"""Addresses of writs."""

from django.urls import path

from qadaga.web.enforcement import views
from qadaga.web.registers.urls import register_urls

app_name = "writs"
urlpatterns = [
    *register_urls("writs"),
    path("new/", views.new_writ, name="new"),
    path("<uuid:pk>/", views.writ_card, name="card"),
    path("<uuid:pk>/resolution.pdf", views.writ_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.writ_step, name="step"),
]
