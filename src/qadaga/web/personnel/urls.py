"""Addresses of the service of people."""

from django.urls import path

from qadaga.web.personnel import absences, acted, file_views, home, list_views, notices, sheets

app_name = "personnel"
urlpatterns = [
    path("", home.index, name="home"),
    path("due.xlsx", home.workbook, name="due_xlsx"),
    path("due.pdf", home.paper, name="due_pdf"),
    path("absences/", absences.index, name="absences"),
    path("acting/", acted.index, name="acted"),
    path("warnings/", notices.index, name="notices"),
    path("warnings/days/", notices.set_days, name="notice_days"),
    path("ranks/", list_views.index, name="ranks"),
    path("ranks/change/", list_views.change, name="list_change"),
    path("ranks/ceiling/", list_views.ceiling, name="ceiling"),
    path("<uuid:person_id>/", file_views.card, name="file"),
    path("<uuid:person_id>/sheet.pdf", sheets.paper, name="sheet_pdf"),
    path("<uuid:person_id>/sheet.xlsx", sheets.workbook, name="sheet_xlsx"),
    path("<uuid:person_id>/confer/", file_views.confer, name="confer"),
    path("<uuid:person_id>/reduce/", file_views.reduce, name="reduce"),
    path("<uuid:person_id>/period/", file_views.period, name="period"),
    path(
        "<uuid:person_id>/period/<uuid:period_id>/withdraw/",
        file_views.withdraw_period,
        name="withdraw_period",
    ),
    path("<uuid:person_id>/period/<uuid:period_id>/paper/", sheets.proof, name="proof"),
    path("<uuid:person_id>/entry/<slug:kind>/", file_views.entry, name="entry"),
    path(
        "<uuid:person_id>/entry/<uuid:entry_id>/withdraw/", file_views.withdraw_entry, name="withdraw_entry"
    ),
    path("<uuid:person_id>/guarantee/", file_views.ask, name="ask"),
    path("<uuid:person_id>/guarantee/<uuid:request_id>/", file_views.decide, name="decide"),
]
