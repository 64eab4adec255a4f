"""Addresses of the structure and of people."""

from django.urls import path

from qadaga.web.offices import changes, people_views, posts_views, views

app_name = "offices"
urlpatterns = [
    path("", views.index, name="tree"),
    path("people/<uuid:person_id>/", people_views.person, name="person"),
    path("people/<uuid:person_id>/correct/", people_views.correct, name="correct_person"),
    path("people/<uuid:person_id>/appoint/", posts_views.choose_office, name="choose_office"),
    path("appointments/<uuid:appointment_id>/end/", posts_views.end, name="end_appointment"),
    path("appointments/<uuid:appointment_id>/absence/", posts_views.absence, name="absence"),
    path("appointments/<uuid:appointment_id>/absence/<int:absence_id>/back/", posts_views.back, name="back"),
    path("<slug:code>/", views.card, name="card"),
    path("<slug:code>/history/", views.history, name="history"),
    path("<slug:code>/create/", changes.create, name="create"),
    path("<slug:code>/name/", changes.rename, name="rename"),
    path("<slug:code>/territory/", changes.territory, name="territory"),
    path("<slug:code>/sphere/", changes.spheres, name="spheres"),
    path("<slug:code>/acting/", posts_views.name_acting, name="acting"),
    path("<slug:code>/acting/<int:acting_id>/end/", posts_views.end_acting, name="end_acting"),
    path("<slug:code>/people/", people_views.add, name="add_person"),
    path("<slug:code>/people/<uuid:person_id>/", posts_views.appoint, name="appoint"),
]
