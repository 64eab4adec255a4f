"""Addresses of one's own account."""

from django.urls import path

from qadaga.web.account import calendar, tokens, views

app_name = "accounts"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("hat/", views.choose_hat, name="choose_hat"),
    path("language/", views.set_language, name="language"),
    path("theme/", views.set_theme, name="theme"),
    path("calendar/", calendar.index, name="calendar"),
    path("calendar/revoke/", calendar.revoke, name="revoke_calendar"),
    path("tokens/", tokens.index, name="tokens"),
    path("tokens/<uuid:token_id>/revoke/", tokens.revoke, name="revoke_token"),
]
