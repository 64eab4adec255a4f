"""Addresses of reports of interference."""

from django.urls import path

from qadaga.web.conduct import interference_views as views

app_name = "interference"
urlpatterns = [
    path("", views.index, name="list"),
    path("alarm/", views.alarm, name="alarm"),
    path("report/", views.report, name="report"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/close/", views.close, name="close"),
]
