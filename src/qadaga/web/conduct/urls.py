"""Addresses of conduct, gifts and contacts."""

from django.urls import path

from qadaga.web.conduct import views

app_name = "conduct"
urlpatterns = [
    path("", views.index, name="list"),
    path("declare/<slug:kind>/", views.declare, name="declare"),
    path("open/<uuid:person_id>/", views.open_matter, name="open"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/close/", views.close, name="close"),
]
