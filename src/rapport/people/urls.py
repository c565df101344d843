"""Addresses of the book: adding, your people, a person and the facts about them."""

from django.urls import path

from rapport.people.views import adding, facts, listing, person, photo

urlpatterns = [
    path("add/", adding.add_somebody),
    path("people/", listing.people),
    path("people/<int:number>/", person.person),
    path("people/<int:number>/photo/", photo.photo),
    path("people/<int:number>/facts/<slug:word>/", facts.new),
    path("people/<int:number>/facts/<slug:word>/<int:fact>/edit/", facts.edit),
    path("people/<int:number>/facts/<slug:word>/<int:fact>/remove/", facts.remove),
]
