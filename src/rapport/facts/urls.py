"""Addresses of the facts about a person."""

from django.urls import path

from rapport.facts import views

urlpatterns = [
    path("people/<int:number>/facts/<slug:word>/", views.new),
    path("people/<int:number>/facts/<slug:word>/<int:fact>/edit/", views.edit),
    path("people/<int:number>/facts/<slug:word>/<int:fact>/remove/", views.remove),
]
