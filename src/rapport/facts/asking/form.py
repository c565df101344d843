"""What all forms of facts share: clean lines, days as exactly as they are known, and a version to compare."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.kit.cleaning import clean, one_line
from rapport.people import keys
from rapport.people.models import Claim, Person
from rapport.people.typed_days import TypedDay, day_of, is_ahead

Fact = tuple[str, dict[str, Any]]


class FactForm(forms.Form):
    """One fact about `person`. `today` bounds what can have been."""

    def __init__(self, *args: Any, person: Person, today: date, **kwargs: Any) -> None:
        self.person, self.today = person, today
        super().__init__(*args, **kwargs)

    def fact(self) -> Fact:
        """Key and values of the claim; only after `is_valid()`."""
        raise NotImplementedError

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        """What the form would have been filled in with."""
        raise NotImplementedError


class Line(forms.CharField):
    """Text on one line, freed of what hides in it."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class Text(forms.CharField):
    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "").strip()


class DayField(forms.CharField):
    """A day as exactly as it is known."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "unread": __("Write it like 7 March 1970, 7 March, March 1970 or 1970.")
    }

    def day(self, text: str, today: date) -> TypedDay:
        day = day_of(text, today)
        if day is None:
            raise forms.ValidationError(self.error_messages["unread"])
        return day


def day_in(form: FactForm, name: str, *, may_be_ahead: bool) -> TypedDay:
    """The day in a form's DayField; refuses what is still to come where it must have been."""
    field: Any = form.fields[name]
    day: TypedDay = field.day(form.cleaned_data.get(name) or "", form.today)
    if not may_be_ahead and is_ahead(day, form.today):
        raise forms.ValidationError(_("That day is still to come."))
    return day


def shown_day(on: str) -> str:
    """A stored day as it can be typed again."""
    return on[:10]


def version(claim: Claim) -> str:
    """What a form says it was filled from, so that a change made elsewhere meanwhile is seen."""
    values = [
        str(getattr(claim, field.attname))
        for field in claim._meta.concrete_fields
        if field.name not in ("book", "number", "batch")
    ]
    return keys.digest("\0".join(values))
