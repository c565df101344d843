"""Addresses of promises, favours, lists and wishes, and of an evening written down."""

from django.urls import path

from rapport.ledger.views import favours, lists, meeting, promises, wishes

urlpatterns = [
    path("met/", meeting.met),
    path("promises/", promises.promises),
    path("promises/<int:number>/", promises.settle),
    path("promises/<int:number>/edit/", promises.edit),
    path("promises/<int:number>/remove/", promises.remove),
    path("people/<int:number>/promises/", promises.make),
    path("favours/", favours.favours),
    path("favours/<int:number>/", favours.settle),
    path("favours/<int:number>/edit/", favours.edit),
    path("favours/<int:number>/remove/", favours.remove),
    path("people/<int:number>/favours/", favours.do),
    path("lists/", lists.lists),
    path("lists/<int:number>/", lists.one),
    path("lists/<int:number>/rename/", lists.rename),
    path("lists/<int:number>/cadence/", lists.cadence),
    path("lists/<int:number>/remove/", lists.remove),
    path("lists/<int:number>/people/<int:person>/remove/", lists.take),
    path("people/<int:number>/lists/", lists.put),
    path("wishes/", wishes.wishes),
    path("wishes/<int:number>/", wishes.settle),
    path("people/<int:number>/wish/", wishes.want),
]
