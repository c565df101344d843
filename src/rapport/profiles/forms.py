"""The forms of one's own profile: each part by itself, with who sees it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.kit.pictures.redraw import ACCEPT
from rapport.members.audience import Audience
from rapport.members.forms import OneLineField
from rapport.profiles.offered import KINDS


class PartForm(forms.Form):
    audience = forms.TypedChoiceField(
        label=_("Who sees it"), choices=Audience.choices, coerce=int, initial=Audience.MEMBERS.value
    )
    field_order: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*(name for name in self.fields if name != "audience"), "audience"])


class WholeForm(forms.Form):
    """The profile as a whole."""

    opens_for = forms.TypedChoiceField(
        label=_("Who may open your profile"),
        choices=Audience.choices[:2],
        coerce=int,
        help_text=_("What each part shows is set part by part below."),
    )
    is_listed = forms.BooleanField(label=_("List me in the directory of members"), required=False)
    may_be_indexed = forms.BooleanField(
        label=_("Search engines may find it"),
        required=False,
        help_text=_("Only if everyone may open it. Then the directory also shows you to those outside."),
    )


class BusinessForm(PartForm):
    business = OneLineField(label=_("Your business in one line"), max_length=200, required=False)


class AboutForm(PartForm):
    about = forms.CharField(
        label=_("About you"),
        max_length=8000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Markdown works here."),
    )


class PlaceForm(PartForm):
    place = OneLineField(
        label=_("Where you are"), max_length=120, required=False, help_text=_("As coarse as you like.")
    )
    shows_time = forms.BooleanField(label=_("Also what time it is there"), required=False)


class LinesForm(PartForm):
    lines = forms.CharField(label=_("One a line"), max_length=10_000, required=False, widget=forms.Textarea)

    def clean_lines(self) -> list[str]:
        told = [line.strip() for line in str(self.cleaned_data["lines"]).splitlines() if line.strip()]
        long = next((line for line in told if len(line) > 200), "")
        if long:
            raise forms.ValidationError(_("“%(begin)s…” is longer than 200 letters.") % {"begin": long[:40]})
        return told


class LinkForm(PartForm):
    address = forms.CharField(label=_("Address of a page, a blog or a profile elsewhere"), max_length=2000)


class WayForm(PartForm):
    handle = forms.CharField(label=_("Mail address or telephone number"), max_length=254)


class FileForm(PartForm):
    file = forms.FileField(
        label=_("A document to take away"),
        allow_empty_file=True,
        help_text=_("PDF, text, table, picture, office file or zip, up to 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{ending}" for ending in KINDS)}),
    )


class PhotoForm(PartForm):
    photo = forms.FileField(
        label=_("Your photo"),
        required=False,
        help_text=_("JPEG, PNG, GIF or WebP, up to 10 MB. It is made small; where and how it was taken is left out."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )


class RowForm(PartForm):
    """Who sees a row that is there already."""
