"""Addresses of visits, and of what a device needs of them where there is no network."""

from django.urls import path

from qadaga.web.custody import answers, asked, kept, views

app_name = "visits"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("lists/", asked.index, name="lists"),
    path("lists/<slug:edition>/", asked.one, name="edition"),
    path("kept/", kept.page, name="kept"),
    path("kept/session/", kept.session, name="session"),
    path("worker.js", kept.worker, name="worker"),
    path("<uuid:pk>/", views.visit_card, name="card"),
    path("<uuid:pk>/list.pdf", answers.paper, name="paper"),
    path("<uuid:pk>/files/<uuid:file_id>/", answers.file, name="file"),
    path("<uuid:pk>/keep/", kept.keep, name="keep"),
    path("<uuid:pk>/sync/", kept.sync, name="sync"),
    path("<uuid:pk>/<slug:slug>/", views.visit_step, name="step"),
]
