"""Addresses of notices."""

from django.urls import path

from rapport.notices.views import hearing, tray

urlpatterns = [
    path("notices/", tray.tray),
    path("notices/fresh/", tray.fresh),
    path("notices/seen/", tray.seen),
    path("notices/stop/<str:word>/", hearing.stop),
    path("notices/stop/calendar/<str:word>/", hearing.stop_calendar),
    path("settings/notices/", hearing.hear),
]
