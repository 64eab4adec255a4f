"""Addresses of period reports."""

from django.urls import path

from qadaga.web.registers.urls import register_urls
from qadaga.web.reports import files, lists, views

app_name = "reports"
urlpatterns = [
    *register_urls("reports"),
    path("new/", views.new, name="new"),
    path("jobs/<uuid:job_id>/", files.job, name="job"),
    path("jobs/<uuid:job_id>/file/", files.written, name="written"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/report-<slug:language>.pdf", files.paper, name="paper"),
    path("<uuid:pk>/worker/<slug:work>/", files.begin, name="begin"),
    path("<uuid:pk>/by/<slug:axis>/<slug:group>/", lists.split, name="split"),
    path("<uuid:pk>/figures/<slug:figure>/", lists.rows, name="rows"),
    path("<uuid:pk>/corrections/", lists.corrections, name="corrections"),
    path("<uuid:pk>/<slug:slug>/", views.report_step, name="step"),
]
