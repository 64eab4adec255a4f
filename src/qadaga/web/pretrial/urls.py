"""Addresses of cases."""

from django.urls import path

from qadaga.web.pretrial import views
from qadaga.web.registers.urls import register_urls

app_name = "investigations"
urlpatterns = [
    *register_urls("investigations"),
    path("new/", views.new_case, name="new"),
    path("<uuid:pk>/", views.case_card, name="card"),
    path("<uuid:pk>/papers/<slug:kind>/<uuid:row_id>.pdf", views.case_paper, name="paper"),
    path("<uuid:pk>/<slug:slug>/", views.case_step, name="step"),
]
