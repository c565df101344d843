from django.urls import path

from rapport.groups.views import closing, coming, listing, one, organising

urlpatterns = [
    path("groups/", listing.groups),
    path("groups/start/", listing.start_a_group),
    path("groups/<str:group>/", one.group),
    path("groups/<str:group>/people/", one.people),
    path("groups/<str:group>/edit/", one.edit),
    path("groups/<str:group>/close/", closing.close),
    path("groups/<str:group>/reopen/", closing.reopen),
    path("groups/<str:group>/delete/", closing.delete),
    path("groups/<str:group>/join/", coming.join),
    path("groups/<str:group>/ask/", coming.ask),
    path("groups/<str:group>/invite/", coming.invite),
    path("groups/<str:group>/invitation/", coming.invitation),
    path("groups/<str:group>/visit/", coming.visit),
    path("groups/<str:group>/leave/", coming.go),
    path("groups/<str:group>/shown/", coming.shown),
    path("groups/<str:group>/not-this-one/", coming.not_suiting),
    path("groups/<str:group>/welcome/", coming.greet),
    path("groups/<str:group>/waiting/", organising.waiting),
    path("groups/<str:group>/waiting/request/", organising.answer_request),
    path("groups/<str:group>/waiting/visit/", organising.answer_visit),
    path("groups/<str:group>/role/", organising.role),
    path("groups/<str:group>/fee/", organising.fee),
    path("groups/<str:group>/remove/", organising.put_out),
    path("groups/<str:group>/take-over/", organising.take_over),
]
