"""Addresses of feeds."""

from django.urls import path

from rapport.feeds.views import blogs, own, public, shown

urlpatterns = [
    path("posts/<int:number>/comments.atom", public.comments),
    path("members/<str:handle>/posts.atom", public.member),
    path("tags/<str:tag>/posts.atom", public.tag),
    path("feeds/mine/<str:key>/", own.mine),
    path("feeds/notices/<str:key>/", own.notices),
    path("notices/feed/", own.make_notices),
    path("notices/feed/end/", own.end_notices),
    path("feeds/key/", own.make),
    path("feeds/key/end/", own.end),
    path("feeds/own/<int:link>/", shown.show),
    path("feeds/own/<int:link>/end/", shown.end),
    path("people/<int:number>/blogs/", blogs.follow),
    path("people/<int:number>/blogs/<int:blog>/end/", blogs.end),
]
