"""Addresses of measures."""

from django.urls import path

from qadaga.web.acts import views

app_name = "measures"
urlpatterns = [
    path("<uuid:pk>/", views.measure_card, name="card"),
    path("<uuid:pk>/reply-file/", views.measure_reply, name="reply_file"),
    path("<uuid:pk>/letter.pdf", views.measure_letter, name="letter"),
    path("<uuid:pk>/proof/", views.measure_proof, name="proof"),
    path("<uuid:pk>/above/<uuid:row_id>.pdf", views.measure_above, name="above"),
    path("<uuid:pk>/<slug:slug>/", views.measure_step, name="step"),
]
