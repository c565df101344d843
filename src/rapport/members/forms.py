"""The forms of coming in and of settings."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from rapport.members.models import HANDLE, Hub, Member

ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))


class EntryForm(forms.Form):
    """Who comes in. Whether the address is known is never said here."""

    name = forms.CharField(label=_("Your name"), max_length=200)
    handle = forms.CharField(label=_("Handle"), max_length=30, help_text=_("Short, for addresses: small letters."))
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    password = forms.CharField(
        label=_("Password"), max_length=200, widget=forms.PasswordInput, help_text=_("Ten characters or more.")
    )

    def clean_handle(self) -> str:
        handle = str(self.cleaned_data["handle"]).lower().removeprefix("@")
        HANDLE(handle)
        if Member.objects.filter(handle=handle).exists():
            raise forms.ValidationError(_("This handle is taken. Please choose another."))
        return handle

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password


class FirstRunForm(EntryForm):
    hub_name = forms.CharField(label=_("Name of this place"), max_length=120, initial="Rapport")
    field_order = ("hub_name", "name", "handle", "email", "password")


class SettingsForm(forms.ModelForm[Member]):
    zone = forms.ChoiceField(label=_("Time zone"), choices=[("UTC", "UTC"), *((zone, zone) for zone in ZONES)])
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
        fields = ("name", "zone", "region", "minutes", "mail_hour", "theme")

    def clean_region(self) -> str:
        region = str(self.cleaned_data["region"]).upper()
        if region and not (len(region) == 2 and region.isascii() and region.isalpha()):
            raise forms.ValidationError(_("Two letters, such as GB or NO."))
        return region


class HubForm(forms.ModelForm[Hub]):
    class Meta:
        model = Hub
        fields = ("name",)


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
