"""Addresses of being in touch."""

from django.urls import path

from rapport.ties.views import keeping, looking, timeline, touches

urlpatterns = [
    path("people/rings/", looking.in_rings),
    path("people/roles/", looking.roles),
    path("people/roles/cadence/", keeping.role_cadence),
    path("people/quiet/", looking.quiet),
    path("people/<int:number>/timeline/", timeline.timeline),
    path("people/<int:number>/roles/", keeping.roles),
    path("people/<int:number>/roles/<int:given>/", keeping.role),
    path("people/<int:number>/cadence/", keeping.cadence),
    path("people/<int:number>/rest/", keeping.resting),
    path("people/<int:number>/layer/", keeping.layer),
    path("people/<int:number>/touches/", touches.tap),
    path("people/<int:number>/touches/<int:touched>/", touches.touch),
    path("people/<int:number>/touches/<int:touched>/remove/", touches.remove),
]
