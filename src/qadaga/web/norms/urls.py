"""Addresses of the register of norms."""

from django.urls import path

from qadaga.web.norms import views

app_name = "norms"
urlpatterns = [
    path("", views.norm_list, name="list"),
    path("new/", views.new_norm, name="new"),
    path("<uuid:pk>/", views.norm_card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.norm_step, name="step"),
]
