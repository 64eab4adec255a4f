"""Addresses of the reference section."""

from django.urls import path

from qadaga.web.law import calendar_views, limits, may_views, question_views, search_views, use_views, views

app_name = "law"
urlpatterns = [
    path("", views.index, name="index"),
    path("search/", search_views.search, name="search"),
    path("may/", may_views.may, name="may"),
    path("calendar/", calendar_views.this_year, name="this_year"),
    path("calendar/<int:year>/", calendar_views.year_page, name="calendar"),
    path("calendar/<int:year>/change/", calendar_views.change, name="calendar_change"),
    path("calendar/recounts/<uuid:recount_id>/", calendar_views.recount, name="recount"),
    path("questions/<slug:question>/", question_views.question, name="question"),
    path("limits/<slug:limit>/change/", limits.change, name="limit_change"),
    path("<slug:section>/", views.section, name="section"),
    path("<slug:section>/<str:name>/", views.record, name="record"),
    path("<slug:section>/<str:name>/uses/", use_views.listed, name="uses"),
]
