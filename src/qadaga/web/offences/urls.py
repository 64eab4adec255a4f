"""Addresses of cases of administrative offences."""

from django.urls import path

from qadaga.web.offences import views
from qadaga.web.registers.urls import register_urls

app_name = "offences"
urlpatterns = [
    *register_urls("offences"),
    path("new/", views.call_for, name="new"),
    path("open/", views.open_new, name="open"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/resolutions/<uuid:row_id>.pdf", views.paper, name="paper"),
    path("<uuid:pk>/letter.pdf", views.letter, name="letter"),
    path("<uuid:pk>/proof/", views.proof, name="proof"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
