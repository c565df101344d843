"""Addresses of events in other calendars."""

from django.urls import path

from rapport.calendars import views

urlpatterns = [
    path("events/calendar/", views.own_calendar),
    path("events/<int:number>/event.ics", views.of_event),
    path("groups/<str:group>/events.ics", views.of_group),
    path("calendars/<str:key>.ics", views.by_key),
]
