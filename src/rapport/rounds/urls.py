"""Addresses of today's list and its answers."""

from django.urls import path

from rapport.rounds.views import choosing, today

urlpatterns = [
    path("", today.today),
    path("today/beside/", today.beside),
    path("today/answer/", today.answered),
    path("today/undo/", today.undone),
    path("today/minutes/", today.minutes),
    path("matters/", choosing.matters),
]
