"""Addresses of legal acts."""

from django.urls import path

from qadaga.web.legality import views
from qadaga.web.registers.urls import register_urls

app_name = "legal_acts"
urlpatterns = [
    *register_urls("legal_acts"),
    path("queue/", views.queue, name="queue"),
    path("new/", views.new_act, name="new"),
    path("<uuid:pk>/", views.act_card, name="card"),
    path("<uuid:pk>/editions/<uuid:edition_id>/", views.edition, name="edition"),
    path("<uuid:pk>/editions/<uuid:edition_id>/file/", views.edition_file, name="edition_file"),
    path("<uuid:pk>/<slug:slug>/", views.act_step, name="step"),
]
