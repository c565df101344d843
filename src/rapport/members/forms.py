"""The forms of coming in and of settings."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from rapport.kit.cleaning import one_line
from rapport.members.models import HANDLE, Account, Hub, Member

ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
IN_ZONES = [("UTC", "UTC"), *((zone, zone) for zone in ZONES)]

REGIONS = sorted(
    (region, f"{region} (+{code})")
    for code, regions in COUNTRY_CODE_TO_REGION_CODE.items()
    for region in regions
    if region.isalpha()
)


class OneLineField(forms.CharField):
    """A name that others read, in pages and in mails: one line, nothing hidden in it."""

    def to_python(self, value: Any) -> str:
        return one_line(str(super().to_python(value)))


class EntryForm(forms.Form):
    """Who comes in. Whether the address is known is never said here. `made_out_to`: the one address it is for."""

    name = OneLineField(label=_("Your name"), max_length=200)
    handle = forms.CharField(label=_("Handle"), max_length=30, help_text=_("Short, for addresses: small letters."))
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ten characters or more."),
    )

    zone: forms.Field = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-zone": ""}))

    def __init__(self, *args: Any, made_out_to: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if made_out_to:
            self.fields["email"].initial, self.fields["email"].disabled = made_out_to, True
        if Hub.this().terms:
            self.fields["agrees"] = forms.BooleanField(label=_("I have read the terms of this place and agree to them"))

    def clean_zone(self) -> str:
        """The browser's guess, if it is a zone that exists; without scripts it is the host's, whose town it is."""
        guess = str(self.cleaned_data["zone"])
        host = Member.objects.filter(is_host=True).order_by("pk").first()
        return guess if guess in ZONES else host.zone if host is not None else "UTC"

    def clean_handle(self) -> str:
        handle = str(self.cleaned_data["handle"]).lower().removeprefix("@")
        HANDLE(handle)
        if Member.objects.filter(handle=handle).exists():
            raise forms.ValidationError(_("This handle is taken. Please choose another."))
        return handle

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given.pop("agrees", None)
        if "password" in given:
            try:
                validate_password(given["password"], Account(email=given.get("email", "")))
            except forms.ValidationError as weak:
                self.add_error("password", weak)
        return given


class FirstRunForm(EntryForm):
    hub_name = OneLineField(label=_("Name of this place"), max_length=120, initial="Rapport")
    zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        widget=forms.Select(attrs={"data-zone": ""}),
        choices=IN_ZONES,
        help_text=_("All hours are shown as the clocks of this place show them. Others may choose their own."),
    )
    field_order = ("hub_name", "zone", "name", "handle", "email", "password")


class SettingsForm(forms.ModelForm[Member]):
    name = OneLineField(label=_("Name"), max_length=200)
    zone = forms.ChoiceField(
        label=_("Time zone"),
        widget=forms.Select(attrs={"data-zone": ""}),
        choices=IN_ZONES,
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    region = forms.ChoiceField(
        label=_("Country for telephone numbers"),
        required=False,
        choices=[("", _("None: numbers begin with +")), *REGIONS],
        help_text=_("Numbers written without a country are read as from here."),
    )
    mail_hour = forms.TypedChoiceField(
        label=_("Morning mail"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("No mail")), *((hour, f"{hour:02}:00") for hour in range(24))],
        help_text=_("One mail at this hour, none when there is nothing to do."),
    )
    theme = forms.ChoiceField(
        label=_("Light or dark"),
        required=False,
        choices=[("", _("As the device says")), ("light", _("Light")), ("dark", _("Dark"))],
    )

    class Meta:
        model = Member
        fields = ("name", "zone", "language", "region", "minutes", "mail_hour", "theme")


class HubForm(forms.ModelForm[Hub]):
    name = OneLineField(label=_("Name of this place"), max_length=120)

    place = OneLineField(label=_("Where it is"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = Hub
        fields = ("name", "place", "language", "about", "terms", "joining", "invitations_a_week", "is_open_to_search")


class JoinForm(forms.Form):
    """Who would like to come in, where the host decides."""

    name = OneLineField(label=_("Your name"), max_length=200)
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    why = OneLineField(label=_("A word about yourself"), max_length=500, required=False)


class LeaveForm(forms.Form):
    """Deleting oneself asks for the handle and the password."""

    handle = forms.CharField(label=_("Type your handle"), max_length=30)
    password = forms.CharField(label=_("Password"), max_length=200, widget=forms.PasswordInput)

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        is_right = given.get("handle") == self.member.handle and self.member.account.check_password(
            given.get("password", "")
        )
        if not is_right:
            raise forms.ValidationError(_("Handle or password is not right. Nothing was deleted."))
        return given
