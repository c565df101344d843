"""Addresses of bringing archives in."""

from django.urls import path

from rapport.archives import views
from rapport.archives.export.views import file, leaving_with_it

urlpatterns = [
    path("imports/", views.imports),
    path("imports/<int:number>/", views.intake),
    path("imports/<int:number>/answer/", views.answer),
    path("batches/<int:number>/undo/", views.undo),
    path("settings/export/", leaving_with_it),
    path("settings/export/<str:form>/", file),
]
