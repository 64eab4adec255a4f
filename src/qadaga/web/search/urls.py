"""Address of the search."""

from django.urls import path

from qadaga.web.search.views import search_page

app_name = "search"
urlpatterns = [path("", search_page, name="search")]
