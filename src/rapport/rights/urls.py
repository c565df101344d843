"""Addresses of the rights of those in the book."""

from django.urls import path

from rapport.rights.views import about, leaving, objecting

urlpatterns = [
    path("people/suppressed/", about.suppressed),
    path("people/suppressed/forget/", about.forget_suppressed),
    path("people/trash/", leaving.lying),
    path("people/<int:number>/about/", about.all_about),
    path("people/<int:number>/about/copy/", about.copy),
    path("people/<int:number>/erase/", about.erase_person),
    path("people/<int:number>/objection/", objecting.keep),
    path("people/<int:number>/restore/", leaving.restore),
    path("people/<int:number>/trash/", leaving.trash),
]
