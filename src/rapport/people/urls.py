"""Addresses of the book: adding, your people, a person."""

from django.urls import path

from rapport.people import rights_urls
from rapport.people.views import adding, atlas, leaving, listing, occasions, organizations, person, photo, ticking

urlpatterns = [
    *rights_urls.urlpatterns,
    path("add/", adding.add_somebody),
    path("people/", listing.people),
    path("add/list/", adding.paste_names),
    path("add/list/done/", adding.pasted),
    path("people/together/", ticking.together),
    path("people/trash/", leaving.lying),
    path("people/places/", atlas.places),
    path("people/<int:number>/", person.person),
    path("people/<int:number>/photo/", photo.photo),
    path("people/<int:number>/photo/edit/", photo.edit),
    path("people/<int:number>/photo/remove/", photo.remove),
    path("people/<int:number>/trash/", leaving.trash),
    path("people/<int:number>/restore/", leaving.restore),
    path("people/<int:number>/death/", leaving.death),
    path("organizations/", organizations.organizations),
    path("organizations/<int:number>/", organizations.organization),
    path("organizations/<int:number>/rename/", organizations.rename),
    path("occasions/", occasions.occasions),
    path("occasions/<int:number>/", occasions.occasion),
]
