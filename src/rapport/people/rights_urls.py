"""Addresses of the rights of those in the book."""

from django.urls import path

from rapport.people.views import rights

urlpatterns = [
    path("people/suppressed/", rights.suppressed),
    path("people/suppressed/forget/", rights.forget_suppressed),
    path("people/<int:number>/about/", rights.all_about),
    path("people/<int:number>/about/copy/", rights.copy),
    path("people/<int:number>/erase/", rights.erase_person),
]
