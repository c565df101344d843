"""Addresses of search, and of narrowing your people."""

from django.urls import path

from rapport.search.views import looking, narrowing

urlpatterns = [
    path("search/", looking.search),
    path("people/narrow/", narrowing.narrow),
    path("people/filters/", narrowing.kept),
    path("people/filters/<int:number>/remove/", narrowing.dropped),
]
