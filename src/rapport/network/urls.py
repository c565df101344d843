"""Addresses of one's network, and of what one does about another member."""

from django.urls import path

from rapport.network.views import acts, lists, settling

urlpatterns = [
    path("connections/", lists.connections),
    path("connections/follows/", lists.follows),
    path("connections/suggested/", lists.people_suggested),
    path("profile-views/", lists.profile_views),
    path("settings/openness/", settling.openness),
    path("settings/blocks/", settling.blocks),
    path("members/<str:handle>/connection/", acts.connection),
    path("members/<str:handle>/living-room/", acts.living_room),
    path("members/<str:handle>/follow/", acts.following),
    path("members/<str:handle>/mute/", acts.mute),
    path("members/<str:handle>/block/", acts.block),
    path("members/<str:handle>/suggestion/", acts.suggestion),
]
