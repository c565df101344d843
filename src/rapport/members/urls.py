"""Addresses of coming in, settings and hosting."""

from django.urls import path

from rapport.members.views import arriving, hosting, joining, settling

urlpatterns = [
    path("first-run/<str:word>/", arriving.first_run),
    path("invitations/<str:word>/", arriving.invitation),
    path("join/", joining.join),
    path("invite/", joining.invite_somebody),
    path("about/", joining.about),
    path("settings/", settling.settings),
    path("settings/leave/", settling.leaving),
    path("host/", hosting.host),
    path("host/invite/", hosting.invite_somebody),
    path("host/requests/<int:request_number>/", hosting.answer_request),
    path("about/what-the-host-can-see/", hosting.what_the_host_can_see),
]
