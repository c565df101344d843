"""What can be typed about promises, favours and wishes."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.facts.asking.form import Line
from rapport.ledger.typed import LONGEST, due_day
from rapport.people.typed_days import day_of, is_ahead

KINDS = (
    ("other", __("A favour")),
    ("research", __("Research")),
    ("door opened", __("A door opened")),
    ("advice", __("Advice")),
    ("greeting", __("A greeting")),
    ("referral", __("A referral")),
)
WAYS = (("theirs", __("They did it for me")), ("mine", __("I did it for them")))
SIZES = ((1, __("small")), (2, __("middling")), (3, __("large")))


class LedgerForm(forms.Form):
    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)


class PromiseForm(LedgerForm):
    what = Line(label=__("What"), max_length=500)
    due_on = forms.CharField(label=__("By when"), required=False, max_length=40)
    every_days = forms.IntegerField(
        label=__("Again every so many days"), required=False, min_value=1, max_value=LONGEST
    )

    def clean_due_on(self) -> date | None:
        text = self.cleaned_data["due_on"].strip()
        due = due_day(text, self.today) if text else None
        if text and due is None:
            raise forms.ValidationError(_("Write it like 3 May 2027, Friday or in 2 weeks."))
        return due


class FavourForm(LedgerForm):
    what = Line(label=__("What"), max_length=500)
    way = forms.ChoiceField(label=__("Who for whom"), choices=WAYS)
    kind = forms.ChoiceField(label=__("Of what kind"), choices=KINDS)
    size = forms.TypedChoiceField(label=__("How large it felt"), choices=SIZES, coerce=int, initial=1)
    on = forms.CharField(label=__("On which day"), required=False, max_length=40)

    def clean_on(self) -> date:
        text = self.cleaned_data["on"]
        day = day_of(text, self.today)
        if day is None or day.precision not in ("day", "unknown"):
            raise forms.ValidationError(_("Write the day like 19 November 2026, or leave it for today."))
        if is_ahead(day, self.today):
            raise forms.ValidationError(_("That day is still to come."))
        return date.fromisoformat(day.on) if day.on else self.today
