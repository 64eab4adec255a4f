"""Addresses of acts."""

from django.urls import path

from qadaga.web.acts import views, word
from qadaga.web.registers.urls import register_urls

app_name = "acts"
urlpatterns = [
    *register_urls("acts"),
    path("<uuid:pk>/", views.card, name="card"),
    path("<uuid:pk>/paper.pdf", views.paper, name="paper"),
    path("<uuid:pk>/word/", word.start, name="word"),
    path("<uuid:pk>/word/<uuid:copy_id>/", word.show, name="word_copy"),
    path("<uuid:pk>/word/<uuid:copy_id>/file/", word.download, name="word_file"),
    path("<uuid:pk>/files/<uuid:file_id>/", views.proof, name="file"),
    path("<uuid:pk>/versions/<int:older>-<int:newer>/", views.compared, name="compare"),
    path("<uuid:pk>/above/<uuid:row_id>.pdf", views.above, name="above"),
    path("<uuid:pk>/<slug:slug>/", views.step, name="step"),
]
