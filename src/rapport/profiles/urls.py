"""Addresses of profiles, the directory, one's own profile, and who is who."""

from django.urls import path

from rapport.profiles.views import directory, editing, knowing, profile

urlpatterns = [
    path("members/", directory.directory),
    path("members/<str:handle>/", profile.profile),
    path("members/<str:handle>/card.vcf", profile.card),
    path("members/<str:handle>/photo/", profile.photo),
    path("members/<str:handle>/face/", profile.face),
    path("members/<str:handle>/files/<int:number>/", profile.file),
    path("members/<str:handle>/keep/", knowing.keep),
    path("profile/", editing.editing),
    path("profile/seen/<slug:audience>/", editing.preview),
    path("profile/<slug:part>/", editing.save),
    path("profile/<slug:part>/<int:number>/", editing.row),
    path("known/", knowing.known),
    path("known/<int:number>/", knowing.answer),
]
