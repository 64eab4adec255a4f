"""Addresses of the pages for staff: one line a package, each with its own namespace."""

from django.urls import URLPattern, URLResolver, include, path

from qadaga.web.account.views import profile

urlpatterns: list[URLPattern | URLResolver] = [
    path("", profile, name="home"),
    path("account/", include("qadaga.web.account.urls")),
    path("appeals/", include("qadaga.web.appeals.urls")),
    path("matters/", include("qadaga.web.matters.urls")),
    path("acts/", include("qadaga.web.acts.urls")),
    path("exports/", include("qadaga.web.registers.urls")),
    path("gallery/", include("qadaga.web.gallery.urls")),
]
