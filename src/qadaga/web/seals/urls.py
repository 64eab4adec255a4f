"""Addresses of seals, stamps and blanks."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.seals import views

app_name = "seals"
urlpatterns = [
    *register_urls("seals"),
    path("new/", views.new, name="new"),
    path("blank.pdf", views.blank, name="blank"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
