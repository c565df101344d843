"""What can be typed about being in touch."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.facts.asking.form import Text
from rapport.people.typed_days import TypedDay, day_of, is_ahead
from rapport.ties.models import Interaction
from rapport.ties.taps import TAPS, Tap, tap_named, tap_of


class PastDay(forms.CharField):
    """A whole day up to today; 7 March is the last one. Empty is today."""

    today: date

    def clean(self, value: Any) -> date | None:
        text = str(super().clean(value) or "")
        day = day_of(text, self.today)
        if day is None or day.precision not in ("day", "month-day", "unknown"):
            raise forms.ValidationError(_("Write the day like 19 November 2026, or leave it for today."))
        if day.precision == "unknown":
            return self.today
        exact = _last(day, self.today)
        if exact is None or is_ahead(TypedDay(exact.isoformat(), "day"), self.today):
            raise forms.ValidationError(_("That day is still to come."))
        return exact


class TouchForm(forms.Form):
    how = forms.ChoiceField(label=__("What happened"), choices=[(tap.name, tap.label) for tap in TAPS])
    on = PastDay(label=__("On which day"), required=False, max_length=40)
    text = Text(label=__("What about"), required=False, max_length=20_000)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day: Any = self.fields["on"]
        day.today = today

    @classmethod
    def of(cls, interaction: Interaction, answers: Any, *, today: date) -> "TouchForm":
        """Filled in with what was written down."""
        touch = interaction.touches.first()
        day = date.fromordinal(interaction.day).isoformat() if interaction.day else ""
        tap = tap_of(interaction.kind, touch.direction if touch else "out")
        return cls(answers, initial={"how": tap.name, "on": day, "text": interaction.text}, today=today)

    def tap(self) -> Tap:
        return tap_named(self.cleaned_data["how"]) or TAPS[0]


def _last(day: TypedDay, today: date) -> date | None:
    """The last 7 March, or the last 29 February."""
    if day.precision == "day":
        return date.fromisoformat(day.on)
    for year in range(today.year, today.year - 9, -1):
        try:
            exact = date(year, int(day.on[2:4]), int(day.on[5:7]))
        except ValueError:
            continue
        if exact <= today:
            return exact
    return None
