"""Addresses of the registers: three sets alike, one in the address space of each domain."""

from __future__ import annotations

from django.urls import URLPattern, path

from qadaga.web.registers import exporting, views


def register_urls(register: str) -> list[URLPattern]:
    """The pages of one register; stand first in the `urlpatterns` of its domain."""
    given = {"register": register}
    return [
        path("", views.register_list, given, name="list"),
        path("filter/", views.register_filter, given, name="filter"),
        path("views/", views.save_view, given, name="save_view"),
        path("views/<uuid:view_id>/remove/", views.remove_view, given, name="remove_view"),
        path("export/", exporting.start, given, name="export"),
    ]


app_name = "exports"
urlpatterns = [
    path("<uuid:job_id>/", exporting.show, name="show"),
    path("<uuid:job_id>/file/", exporting.download, name="download"),
]
