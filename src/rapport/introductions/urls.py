"""Addresses of introductions: the list, an idea not yet begun, one under way."""

from django.urls import path

from rapport.introductions.views import asked, introducing, knowing, listing, one, reaching

urlpatterns = [
    path("introductions/", listing.introductions),
    path("introductions/<int:first>/and/<int:second>/", one.idea),
    path("introductions/<int:number>/", one.introduction),
    path("introductions/<int:number>/step/", one.step),
    path("introductions/<int:number>/back/", one.back),
    path("introductions/<int:number>/outcome/", one.outcome),
    path("introductions/asked/", asked.listed),
    path("introductions/asked/<str:word>/", asked.asked),
    path("introductions/answers/<str:word>/", asked.by_mail),
    path("introductions/ways/<str:word>/", asked.way),
    path("members/<str:handle>/ways/", reaching.ask),
    path("settings/reach/", reaching.reach),
    path("people/<int:number>/introduce/", introducing.introduce),
    path("people/<int:number>/knows/", knowing.knows),
    path("people/<int:number>/knows/<int:other>/remove/", knowing.forget),
]
