"""Addresses of cases."""

from django.urls import path

from qadaga.web.pretrial import of_appeal, views
from qadaga.web.registers.urls import register_urls

app_name = "investigations"
urlpatterns = [
    *register_urls("investigations"),
    path("new/", views.new_case, name="new"),
    path("of-appeal/<uuid:appeal_id>/", of_appeal.complaint_of_appeal, name="of_appeal"),
    path("<uuid:pk>/", views.case_card, name="card"),
    path("<uuid:pk>/papers/<slug:kind>/<uuid:row_id>.pdf", views.case_paper, name="paper"),
    path("<uuid:pk>/proofs/<slug:kind>/<uuid:row_id>/", views.case_proof, name="proof"),
    path("<uuid:pk>/<slug:slug>/", views.case_step, name="step"),
]
