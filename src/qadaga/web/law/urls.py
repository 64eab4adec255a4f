"""Addresses of the reference section."""

from django.urls import path

from qadaga.web.law import may_views, question_views, views

app_name = "law"
urlpatterns = [
    path("", views.index, name="index"),
    path("may/", may_views.may, name="may"),
    path("questions/<slug:question>/", question_views.question, name="question"),
    path("<slug:section>/", views.section, name="section"),
    path("<slug:section>/<str:name>/", views.record, name="record"),
]
