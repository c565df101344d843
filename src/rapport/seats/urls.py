"""Addresses of the seats of a group, and of the tree of professions."""

from django.urls import path

from rapport.seats.views import professions, seats

urlpatterns = [
    path("groups/<str:group>/seats/", seats.all_seats),
    path("groups/<str:group>/seats/apply/", seats.apply),
    path("groups/<str:group>/seats/answer/", seats.answer),
    path("groups/<str:group>/seats/decide/", seats.decide),
    path("groups/<str:group>/seats/release/", seats.release),
    path("groups/<str:group>/seats/pass-on/", seats.pass_on),
    path("groups/<str:group>/seats/look-for/", seats.look_for),
    path("professions/", professions.professions),
    path("professions/tend/", professions.tend),
]
