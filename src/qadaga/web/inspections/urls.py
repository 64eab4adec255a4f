"""Addresses of inspections."""

from django.urls import path

from qadaga.web.inspections import views
from qadaga.web.registers.urls import register_urls

app_name = "inspections"
urlpatterns = [
    *register_urls("inspections"),
    path("told/<uuid:pk>/", views.told, name="told"),
    path("<uuid:pk>/above/<uuid:row_id>.pdf", views.above, name="above"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/papers/<slug:paper>/", views.paper, name="paper"),
    path("<uuid:pk>/conclusions/<uuid:file_id>/", views.conclusion, name="conclusion"),
    path("<uuid:pk>/pauses/<uuid:file_id>/", views.pause, name="pause"),
    path("<uuid:pk>/summons/<uuid:row_id>.pdf", views.summons, name="summons"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
