"""Addresses of being in touch."""

from django.urls import path

from rapport.ties.views import timeline, touches

urlpatterns = [
    path("people/<int:number>/timeline/", timeline.timeline),
    path("people/<int:number>/touches/", touches.tap),
    path("people/<int:number>/touches/<int:touched>/", touches.touch),
    path("people/<int:number>/touches/<int:touched>/remove/", touches.remove),
]
