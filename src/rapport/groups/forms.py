"""The forms of groups: starting and changing one, and looking for some."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group
from rapport.kit.cleaning import clean, one_line

AXES = (
    "meets",
    "door",
    "is_paid",
    "fee",
    "is_structured",
    "seats_per_profession",
    "guest_visits",
    "may_members_invite",
    "is_hidden",
)
_MOST_SEATS, _MOST_VISITS = 9, 9


class GroupForm(forms.ModelForm[Group]):
    """Everything about a group; the axes stand under "more"."""

    class Meta:
        model = Group
        fields: ClassVar = ["name", "about", "place", "industry", *AXES]
        help_texts: ClassVar = {
            "about": _("What it is for, who should come. A blank line begins a paragraph."),
            "fee": _("For example: £120 a year"),
            "seats_per_profession": _("1 means one per profession; 0 means there are no seats."),
            "guest_visits": _("So many times may somebody come before joining; 0 means members only."),
            "industry": _("If it is for one: event professionals, food, building"),
        }

    def clean_name(self) -> str:
        name = one_line(str(self.cleaned_data["name"]))
        if not name:
            raise forms.ValidationError(_("It needs a name."))
        return name

    def clean_about(self) -> str:
        return clean(str(self.cleaned_data["about"]))

    def clean_place(self) -> str:
        return one_line(str(self.cleaned_data["place"]))

    def clean_industry(self) -> str:
        return one_line(str(self.cleaned_data["industry"]))

    def clean_fee(self) -> str:
        return one_line(str(self.cleaned_data["fee"]))

    def clean_seats_per_profession(self) -> int:
        return self._at_most("seats_per_profession", _MOST_SEATS)

    def clean_guest_visits(self) -> int:
        return self._at_most("guest_visits", _MOST_VISITS)

    def _at_most(self, name: str, most: int) -> int:
        number = int(self.cleaned_data[name])
        if number > most:
            raise forms.ValidationError(_("At most %(most)s.") % {"most": most})
        return number


class AxesForm(forms.Form):
    """What groups one looks for. Choices of place and industry are those of the groups one may see."""

    meets = forms.ChoiceField(label=_("Meets"), required=False, choices=[("", _("anywhere")), *Group.PLACES])
    fee = forms.ChoiceField(
        label=_("Fee"), required=False, choices=[("", _("either")), ("free", _("free")), ("paid", _("with a fee"))]
    )
    runs = forms.ChoiceField(
        label=_("Runs"),
        required=False,
        choices=[("", _("either")), ("structured", _("by an agenda")), ("free", _("free-form"))],
    )
    door = forms.ChoiceField(label=_("One comes in"), required=False, choices=[("", _("any way")), *Group.DOORS])
    place = forms.ChoiceField(label=_("Place"), required=False)
    industry = forms.ChoiceField(label=_("Industry"), required=False)
    seats = forms.BooleanField(label=_("One per profession"), required=False)

    def __init__(self, *args: Any, among: QuerySet[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("place", "industry"):
            found = among.exclude(**{name: ""}).order_by(name).values_list(name, flat=True).distinct()[:200]
            field: Any = self.fields[name]
            field.choices = [("", _("any")), *((one, one) for one in found)]
        self.order_fields(["meets", "fee", "runs", "door", "place", "industry", "seats"])

    def wanted(self) -> dict[str, Any]:
        """What was asked for, as far as it makes sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def choices_of(self, wanted: dict[str, Any]) -> list[tuple[str, Any, list[tuple[Any, Any, bool]]]]:
        """Each choice for the page: its name, its label, and (value, words, whether chosen). Written out by the page
        itself: seven of Django's own widgets cost as much as the rest of it."""
        lists: list[tuple[str, Any]] = [(name, field) for name, field in self.fields.items() if name != "seats"]
        return [
            (name, field.label, [(value, says, value == wanted.get(name, "")) for value, says in field.choices])
            for name, field in lists
        ]
