"""Addresses of judicial acts under study."""

from django.urls import path

from qadaga.web.court import views
from qadaga.web.registers.urls import register_urls

app_name = "reviews"
urlpatterns = [
    *register_urls("reviews"),
    path("new/", views.new_review, name="new"),
    path("<uuid:pk>/", views.review_card, name="card"),
    path("<uuid:pk>/papers/<uuid:paper_id>/", views.review_paper, name="paper"),
    path("<uuid:pk>/proof/", views.review_proof, name="proof"),
    path("<uuid:pk>/<slug:slug>/", views.review_step, name="step"),
]
