"""Addresses of the page about the trust of people."""

from django.urls import path

from qadaga.web.trust import views

app_name = "trust"
urlpatterns = [
    path("", views.page, name="page"),
    path("review/", views.review, name="review"),
    path("<uuid:pk>/", views.page, name="office"),
]
