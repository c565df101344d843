"""Addresses of vouches and testimonials."""

from django.urls import path

from rapport.trust.views import own, writing

urlpatterns = [
    path("members/<str:handle>/vouch/", writing.vouching),
    path("members/<str:handle>/testimonial/", writing.testifying),
    path("vouches/", own.vouches),
    path("vouches/<int:number>/showing/", own.show_vouch),
    path("vouches/<int:number>/retraction/", own.retract_vouch),
    path("testimonials/<int:number>/showing/", own.show_testimonial),
    path("testimonials/<int:number>/retraction/", own.retract_testimonial),
]
