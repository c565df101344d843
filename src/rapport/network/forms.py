"""The forms of this room."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.network.models import Openness

LOOKS = [
    ("off", _("Nothing: I look unseen, and do not learn who looks")),
    ("counted", _("That somebody looked, without a name")),
    ("named", _("That it was me")),
]


class OpennessForm(forms.ModelForm[Openness]):
    is_suggested = forms.BooleanField(
        required=False,
        label=_("I may be suggested to others"),
        help_text=_("To members who know people you know, who follow you, or who share something you show."),
    )
    is_named = forms.BooleanField(
        required=False,
        label=_("Others may be told that we both know somebody"),
        help_text=_("Your connections then find your name beside people you know as well. Nobody sees a list."),
    )
    looks = forms.ChoiceField(
        choices=LOOKS,
        widget=forms.RadioSelect,
        label=_("When I look at a profile, its owner learns"),
        help_text=_(
            "The rule is the same for both: you learn of others at most what they learn of you. Days are kept, for "
            "ninety days, and only while both agree; what you raise counts from then on."
        ),
    )

    class Meta:
        model = Openness
        fields = ("is_suggested", "is_named", "looks")
