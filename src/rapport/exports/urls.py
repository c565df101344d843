"""Addresses of taking a book along."""

from django.urls import path

from rapport.exports.views import file, leaving_with_it

urlpatterns = [
    path("settings/export/", leaving_with_it),
    path("settings/export/<str:form>/", file),
]
