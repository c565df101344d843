"""Addresses of deciding who is one person."""

from django.urls import path

from rapport.people.views import reviewing

urlpatterns = [
    path("same/", reviewing.reviews),
    path("same/likely/", reviewing.likely),
    path("same/<int:number>/", reviewing.review),
    path("merges/", reviewing.merges),
    path("merges/<int:number>/undo/", reviewing.undo),
]
