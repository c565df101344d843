"""Addresses of events."""

from django.urls import path

from rapport.events.views import door, event, listing, making, speakers

urlpatterns = [
    path("events/", listing.events),
    path("events/mine/", listing.mine),
    path("events/new/", making.new),
    path("events/<int:number>/", event.event),
    path("events/<int:number>/coming/", event.coming),
    path("events/<int:number>/places/", event.places),
    path("events/<int:number>/coming/first/", event.first_coming),
    path("events/<int:number>/answer/", event.answering),
    path("events/<int:number>/was-there/", event.was_there),
    path("events/<int:number>/edit/", making.edit),
    path("events/<int:number>/cancel/", making.cancel),
    path("events/<int:number>/date/", making.one_date),
    path("events/<int:number>/speakers/", speakers.add),
    path("events/<int:number>/speakers/remove/", speakers.remove),
    path("events/<int:number>/speaking/", speakers.speaking),
    path("events/<int:number>/check-in/", door.door),
]
