"""Addresses of before and after an event."""

from django.urls import path

from rapport.briefs.views import brief, met

urlpatterns = [
    path("events/<int:number>/brief/", brief),
    path("events/<int:number>/met/", met),
]
