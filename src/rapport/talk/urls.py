"""Addresses of talk: lists, posts and articles, comments, tags."""

from django.urls import path

from rapport.talk.views import commenting, listing, reading, writing

urlpatterns = [
    path("talk/", listing.home),
    path("talk/write/", writing.write),
    path("talk/drafts/", writing.drafts),
    path("talk/tags/", listing.tags),
    path("talk/interests/", listing.interests),
    path("tags/<str:tag>/", listing.tag),
    path("tags/<str:tag>/follow/", listing.follow),
    path("tags/<str:tag>/unfollow/", listing.unfollow),
    path("articles/<str:handle>/<str:slug>/", reading.article),
    path("posts/<int:number>/", reading.post),
    path("posts/<int:number>/history/", reading.before),
    path("posts/<int:number>/files/<int:file>/", reading.file),
    path("posts/<int:number>/edit/", writing.edit),
    path("posts/<int:number>/delete/", writing.delete),
    path("posts/<int:number>/close/", writing.close),
    path("posts/<int:number>/comments/", commenting.comments),
    path("posts/<int:number>/comments/<int:comment>/", commenting.comment),
    path("posts/<int:number>/comments/<int:comment>/answer/", commenting.answer),
    path("posts/<int:number>/comments/<int:comment>/edit/", commenting.edit),
    path("posts/<int:number>/comments/<int:comment>/delete/", commenting.delete),
    path("posts/<int:number>/comments/<int:comment>/remove/", commenting.remove),
]
