"""Addresses of restructurings and staffing."""

from django.urls import path

from qadaga.web.structure import (
    calling_off_views,
    collegium_views,
    glance_views,
    merge_views,
    move_views,
    staffing_views,
    unit_views,
)

app_name = "structure"
urlpatterns = [
    path("map/", glance_views.grid, name="map"),
    path("merge/", merge_views.merge, name="merge"),
    path("planned/<uuid:change_id>/call-off/", calling_off_views.calling_off, name="call_off"),
    path("collegia/rules/", collegium_views.rules, name="collegium_rules"),
    path("<slug:code>/merge/", merge_views.choose, name="merge_choose"),
    path("<slug:code>/move/", move_views.move, name="move"),
    path("<slug:code>/close/", move_views.close, name="close"),
    path("<slug:code>/chart/", glance_views.chart, name="chart"),
    path("<slug:code>/collegium/", collegium_views.collegium, name="collegium"),
    path("<slug:code>/collegium/form/", collegium_views.form_collegium, name="collegium_form"),
    path("<slug:code>/collegium/seat/", collegium_views.seat, name="collegium_seat"),
    path("<slug:code>/collegium/end/", collegium_views.end, name="collegium_end"),
    path("<slug:code>/collegium/<int:member_id>/release/", collegium_views.release, name="collegium_release"),
    path("<slug:code>/units/", unit_views.units, name="units"),
    path("<slug:code>/units/new/", unit_views.create, name="unit_new"),
    path("<slug:code>/units/<uuid:unit_id>/name/", unit_views.rename, name="unit_name"),
    path("<slug:code>/units/<uuid:unit_id>/place/", unit_views.move, name="unit_place"),
    path("<slug:code>/units/<uuid:unit_id>/close/", unit_views.close, name="unit_close"),
    path("<slug:code>/staffing/", staffing_views.table, name="staffing"),
    path("<slug:code>/staffing/limit/", staffing_views.limit, name="staffing_limit"),
    path("<slug:code>/staffing/edit/", staffing_views.edit, name="staffing_edit"),
    path("<slug:code>/staffing/paper/", staffing_views.paper, name="staffing_paper"),
    path("<slug:code>/staffing/workbook/", staffing_views.workbook, name="staffing_workbook"),
    path("<slug:code>/staffing/<int:version>/", staffing_views.compare, name="staffing_version"),
]
