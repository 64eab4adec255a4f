"""Addresses of visits."""

from django.urls import path

from qadaga.web.custody import views

app_name = "visits"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("<uuid:pk>/", views.visit_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.visit_step, name="step"),
]
