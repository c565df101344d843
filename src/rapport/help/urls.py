"""Addresses of questions and thanks."""

from django.urls import path

from rapport.help.views import asking, listing, one, thanks

urlpatterns = [
    path("asks/", listing.asks),
    path("asks/new/", asking.new),
    path("asks/<int:number>/", one.question),
    path("asks/<int:number>/answers/", one.answer_it),
    path("asks/<int:number>/taken/", one.take_it),
    path("asks/<int:number>/withdrawal/", one.withdraw_it),
    path("asks/<int:number>/resource/", one.keep_it),
    path("thanks/", thanks.listed),
    path("thanks/new/", thanks.new),
    path("thanks/<int:number>/", thanks.one),
    path("thanks/<int:number>/showing/", thanks.showing),
    path("thanks/letters/<str:word>/", thanks.letter_page),
]
