"""Addresses of plans of work."""

from django.urls import path

from qadaga.web.plans import views
from qadaga.web.registers.urls import register_urls

app_name = "plans"
urlpatterns = [
    *register_urls("plans"),
    path("new/", views.new, name="new"),
    path("behind/", views.behind, name="behind"),
    path("behind/<uuid:office>/<uuid:who>/<slug:what>/", views.behind_list, name="behind_list"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/<slug:slug>/", views.plan_step, name="step"),
]
