"""Addresses of the structure and of people."""

from django.urls import path

from qadaga.web.offices import (
    career_views,
    changes,
    duties_views,
    entry_views,
    login_views,
    people_views,
    posts_views,
    powers_views,
    signed_views,
    views,
)

app_name = "offices"
urlpatterns = [
    path("", views.index, name="tree"),
    path("people/<uuid:person_id>/", people_views.person, name="person"),
    path("people/<uuid:person_id>/merge/<uuid:gone_id>/", entry_views.merge, name="merge"),
    path("people/<uuid:person_id>/correct/", people_views.correct, name="correct_person"),
    path("people/<uuid:person_id>/appoint/", posts_views.choose_office, name="choose_office"),
    path("people/<uuid:person_id>/login/", login_views.give, name="give_login"),
    path("people/<uuid:person_id>/login/reset/", login_views.reset, name="reset_login"),
    path("people/<uuid:person_id>/login/close/", login_views.close, name="close_login"),
    path("people/<uuid:person_id>/login/reopen/", login_views.reopen, name="reopen_login"),
    path("appointments/<uuid:appointment_id>/end/", career_views.end, name="end_appointment"),
    path("appointments/<uuid:appointment_id>/absence/", posts_views.absence, name="absence"),
    path("appointments/<uuid:appointment_id>/absence/<int:absence_id>/back/", posts_views.back, name="back"),
    path(
        "appointments/<uuid:appointment_id>/absence/<int:absence_id>/cancel/",
        posts_views.cancel_absence,
        name="cancel_absence",
    ),
    path("appointments/<uuid:appointment_id>/hand-over/", career_views.hand_over, name="hand_over"),
    path(
        "appointments/<uuid:appointment_id>/transfer/",
        career_views.choose_move,
        {"kind": "transfer"},
        name="transfer",
    ),
    path(
        "appointments/<uuid:appointment_id>/secondment/",
        career_views.choose_move,
        {"kind": "secondment"},
        name="second",
    ),
    path(
        "appointments/<uuid:appointment_id>/transfer/<slug:code>/",
        career_views.move,
        {"kind": "transfer"},
        name="move_transfer",
    ),
    path(
        "appointments/<uuid:appointment_id>/secondment/<slug:code>/",
        career_views.move,
        {"kind": "secondment"},
        name="move_secondment",
    ),
    path("<slug:code>/", views.card, name="card"),
    path("<slug:code>/duties/", duties_views.duties_page, name="duties"),
    path("<slug:code>/duties/new/", duties_views.distribute, name="distribute"),
    path("<slug:code>/powers/", powers_views.powers_page, name="powers"),
    path("<slug:code>/powers/new/", powers_views.pass_power, name="pass_power"),
    path("<slug:code>/powers/<uuid:pk>/withdraw/", powers_views.withdraw_power, name="withdraw_power"),
    path("<slug:code>/history/", views.history, name="history"),
    path("<slug:code>/create/", changes.create, name="create"),
    path("<slug:code>/name/", changes.rename, name="rename"),
    path("<slug:code>/territory/", changes.territory, name="territory"),
    path("<slug:code>/sphere/", changes.spheres, name="spheres"),
    path("<slug:code>/acting/", posts_views.name_acting, name="acting"),
    path("<slug:code>/acting/signed/", signed_views.acting_signed, name="acting_signed"),
    path("<slug:code>/acting/<int:acting_id>/end/", posts_views.end_acting, name="end_acting"),
    path("<slug:code>/people/", people_views.add, name="add_person"),
    path("<slug:code>/people/<uuid:person_id>/entry/", entry_views.check_entry, name="check_entry"),
    path("<slug:code>/people/<uuid:person_id>/", career_views.appoint, name="appoint"),
]
