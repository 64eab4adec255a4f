"""Addresses of the structure and of people."""

from django.urls import path

from qadaga.web.offices import changes, people_views, views

app_name = "offices"
urlpatterns = [
    path("", views.index, name="tree"),
    path("people/<uuid:person_id>/", people_views.person, name="person"),
    path("people/<uuid:person_id>/correct/", people_views.correct, name="correct_person"),
    path("appointments/<uuid:appointment_id>/end/", people_views.end, name="end_appointment"),
    path("appointments/<uuid:appointment_id>/absence/", people_views.absence, name="absence"),
    path("appointments/<uuid:appointment_id>/absence/<int:absence_id>/back/", people_views.back, name="back"),
    path("<slug:code>/", views.card, name="card"),
    path("<slug:code>/history/", views.history, name="history"),
    path("<slug:code>/create/", changes.create, name="create"),
    path("<slug:code>/name/", changes.rename, name="rename"),
    path("<slug:code>/territory/", changes.territory, name="territory"),
    path("<slug:code>/sphere/", changes.spheres, name="spheres"),
    path("<slug:code>/acting/", people_views.name_acting, name="acting"),
    path("<slug:code>/people/", people_views.add, name="add_person"),
    path("<slug:code>/people/<uuid:person_id>/", people_views.appoint, name="appoint"),
]
