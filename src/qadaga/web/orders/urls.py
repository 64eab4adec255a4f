"""Addresses of orders."""

from django.urls import path

from qadaga.web.orders import views
from qadaga.web.registers.urls import register_urls

app_name = "orders"
urlpatterns = [
    *register_urls("orders"),
    path("new/", views.new, name="new"),
    path("as-it-prints/", views.as_it_prints, name="as_it_prints"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/paper.pdf", views.paper, name="paper"),
    path("<uuid:pk>/versions/<int:older>-<int:newer>/", views.compared, name="compare"),
    path("<uuid:pk>/familiar/", views.familiarisation, name="familiar"),
    path("<uuid:pk>/familiar/<uuid:after>/", views.familiarisation, name="familiar_after"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
