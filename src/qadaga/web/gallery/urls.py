"""Address of the gallery of components."""

from django.urls import path

from qadaga.web.gallery import views

app_name = "gallery"
urlpatterns = [path("", views.gallery, name="gallery")]
