"""Addresses of the mailroom."""

from django.urls import path

from rapport.mailroom.views import stop

urlpatterns = [path("mail/stop/<str:word>/", stop)]
