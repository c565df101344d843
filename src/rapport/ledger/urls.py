"""Addresses of promises, favours, lists and wishes, and of an evening written down."""

from django.urls import path

from rapport.ledger.views import meeting

urlpatterns = [
    path("met/", meeting.met),
]
