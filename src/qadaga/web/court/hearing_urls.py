"""Addresses of hearings."""

from django.urls import path

from qadaga.web.court import views
from qadaga.web.registers.urls import register_urls

app_name = "hearings"
urlpatterns = [
    *register_urls("hearings"),
    path("week/", views.week, name="week"),
    path("calendar.ics", views.calendar, name="calendar"),
    path("<uuid:pk>/", views.hearing_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.hearing_step, name="step"),
]
