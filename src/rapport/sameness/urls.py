"""Addresses of deciding who is one person."""

from django.urls import path

from rapport.sameness.views import reviewing, same

urlpatterns = [
    path("people/<int:number>/same/<int:other>/", same.same),
    path("same/", reviewing.reviews),
    path("same/likely/", reviewing.likely),
    path("same/<int:number>/", reviewing.review),
    path("merges/", reviewing.merges),
    path("merges/<int:number>/undo/", reviewing.undo),
]
