"""Addresses of restructurings and staffing."""

from django.urls import path

from qadaga.web.structure import glance_views, merge_views, move_views, staffing_views

app_name = "structure"
urlpatterns = [
    path("map/", glance_views.grid, name="map"),
    path("merge/", merge_views.merge, name="merge"),
    path("<slug:code>/merge/", merge_views.choose, name="merge_choose"),
    path("<slug:code>/move/", move_views.move, name="move"),
    path("<slug:code>/close/", move_views.close, name="close"),
    path("<slug:code>/chart/", glance_views.chart, name="chart"),
    path("<slug:code>/staffing/", staffing_views.table, name="staffing"),
    path("<slug:code>/staffing/limit/", staffing_views.limit, name="staffing_limit"),
    path("<slug:code>/staffing/edit/", staffing_views.edit, name="staffing_edit"),
    path("<slug:code>/staffing/paper/", staffing_views.paper, name="staffing_paper"),
    path("<slug:code>/staffing/<int:version>/", staffing_views.compare, name="staffing_version"),
]
