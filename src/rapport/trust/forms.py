"""What can be written about somebody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.kit.cleaning import clean
from rapport.members.forms import OneLineField


class VouchForm(forms.Form):
    skill = OneLineField(label=_("What are they good at?"), max_length=80, help_text=_("Pricing advice, boilers, ..."))
    how = OneLineField(label=_("How do you know?"), max_length=300, help_text=_("One line, from your own experience."))


class TestimonialForm(forms.Form):
    context = OneLineField(
        label=_("As what do you know them?"), max_length=80, help_text=_("As a client, at work, ...")
    )
    text = forms.CharField(label=_("What you have to say"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))

    def clean_text(self) -> str:
        return clean(self.cleaned_data["text"])
