"""Addresses of your people as a list."""

from django.urls import path

from rapport.rosters.views import people, ticking

urlpatterns = [
    path("people/", people.people),
    path("people/together/", ticking.together),
]
