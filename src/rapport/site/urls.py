"""All addresses: each room brings its own, none of them under another's."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from rapport.kit.rooms import rooms
from rapport.site.health import health
from rapport.site.robots import robots
from rapport.site.viewing import view_as

handler400 = "rapport.site.failing.bad_request"
handler403 = "rapport.site.failing.forbidden"
handler404 = "rapport.site.failing.not_found"
handler429 = "rapport.site.failing.too_many"
handler500 = "rapport.site.failing.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"{room}.urls"))
    for room in rooms()
    if room != "rapport.site" and find_spec(f"{room}.urls") is not None
]
urlpatterns += [
    path("demo/viewer/", view_as),
    path("health/", health),
    path("robots.txt", robots),
    path("enter/", include("allauth.account.urls")),
    path("enter/2fa/", include("allauth.mfa.urls")),
    path("enter/sessions/", include("allauth.usersessions.urls")),
]
