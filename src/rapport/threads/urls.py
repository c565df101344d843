"""Addresses of messages: the list, writing to somebody, one thread and what is done in it."""

from django.urls import path

from rapport.threads import views

urlpatterns = [
    path("threads/", views.threads),
    path("threads/to/<str:handle>/", views.to),
    path("threads/<int:number>/", views.thread),
    path("threads/<int:number>/messages/", views.newest),
    path("threads/<int:number>/read/", views.read),
    path("threads/<int:number>/asked/", views.asked),
]
