"""Addresses of sessions."""

from django.urls import path

from qadaga.web.coordination import views
from qadaga.web.registers.urls import register_urls

app_name = "sessions"
urlpatterns = [
    *register_urls("sessions"),
    path("new/", views.new_session, name="new"),
    path("<uuid:pk>/", views.session_card, name="card"),
    path("<uuid:pk>/minutes.pdf", views.session_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.session_step, name="step"),
]
