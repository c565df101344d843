"""Addresses of bringing archives in."""

from django.urls import path

from rapport.archives import views

urlpatterns = [
    path("imports/", views.imports),
    path("imports/<int:number>/", views.intake),
    path("imports/<int:number>/answer/", views.answer),
    path("batches/<int:number>/undo/", views.undo),
]
