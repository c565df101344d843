"""Addresses of the book: adding, a person, places, organizations, occasions."""

from django.urls import path

from rapport.people.views import adding, atlas, death, occasions, organizations, person, photo

urlpatterns = [
    path("add/", adding.add_somebody),
    path("add/list/", adding.paste_names),
    path("add/list/done/", adding.pasted),
    path("people/places/", atlas.places),
    path("people/<int:number>/", person.person),
    path("people/<int:number>/photo/", photo.photo),
    path("people/<int:number>/photo/edit/", photo.edit),
    path("people/<int:number>/photo/remove/", photo.remove),
    path("people/<int:number>/death/", death.death),
    path("organizations/", organizations.organizations),
    path("organizations/<int:number>/", organizations.organization),
    path("organizations/<int:number>/rename/", organizations.rename),
    path("occasions/", occasions.occasions),
    path("occasions/<int:number>/", occasions.occasion),
]
