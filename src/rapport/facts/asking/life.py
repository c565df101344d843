"""Dates, kin, homes, work, and how one came to know them."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.facts.asking.form import DayField, Fact, FactForm, Line, Text, day_in, shown_day
from rapport.people import keys
from rapport.people.add import firm_named
from rapport.people.models import Day, Person

_AS_KNOWN = __("As exactly as you know it: 7 March 1970, 7 March, March 1970, 1970.")


class DayForm(FactForm):
    kind = Line(label=__("What day it is"), max_length=60, initial=__("birthday"))
    on = DayField(label=__("When"), help_text=_AS_KNOWN)

    def clean_on(self) -> Any:
        return day_in(self, "on", may_be_ahead=True)

    def fact(self) -> Fact:
        kind, day = self.cleaned_data["kind"], self.cleaned_data["on"]
        month_day = day.on[-5:] if day.precision in ("day", "month-day") else ""
        values = {"kind": kind, "on": day.on, "precision": day.precision, "month_day": month_day}
        return keys.day(kind, day.on), values

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"kind": claim.kind, "on": shown_day(claim.on)}


class RelationForm(FactForm):
    kind = Line(label=__("What they are to each other"), max_length=60, help_text=__("Wife, son, assistant ..."))
    name = Line(label=__("Who"), max_length=300, help_text=__("If that person is in your book, the name leads there."))

    def fact(self) -> Fact:
        kind, name = self.cleaned_data["kind"], self.cleaned_data["name"]
        return keys.relation(kind, name), {"kind": kind, "name": name, "other": only_one(self.person, name)}

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"kind": claim.kind, "name": claim.name}


class MetForm(FactForm):
    CHANNELS: ClassVar = [
        ("", __("you heard of each other first")),
        ("online", __("online")),
        ("in_person", __("in person")),
    ]
    how = Text(label=__("How and where"), required=False)
    on = DayField(label=__("When"), required=False, help_text=_AS_KNOWN)
    channel = forms.ChoiceField(label=__("Which first it was"), choices=CHANNELS, required=False)
    through = Line(label=__("Through whom"), max_length=300, required=False)

    def clean_on(self) -> Any:
        return day_in(self, "on", may_be_ahead=False)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        day = told.get("on")
        if day is not None and not (told.get("how") or told.get("through") or day.on):
            raise forms.ValidationError(_("Say how, when or through whom you met."))
        born = Day.objects.shown().filter(person=self.person, kind="birthday", precision="day").first()
        if day is not None and born is not None and day.on and day.on < born.on[: len(day.on)]:
            raise forms.ValidationError(_("That is before they were born (%(day)s).") % {"day": born.on})
        return told

    def fact(self) -> Fact:
        told, day = self.cleaned_data, self.cleaned_data["on"]
        values = {"how": told["how"], "on": day.on, "precision": day.precision, "channel": told["channel"]}
        values |= {"through": told["through"], "through_person": only_one(self.person, told["through"])}
        return keys.met(told["channel"], told["how"], day.on), values

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"how": claim.how, "on": shown_day(claim.on), "channel": claim.channel, "through": claim.through}


class HomeForm(FactForm):
    text = Text(label=__("Address or place"), max_length=600)
    kind = Line(label=__("Which"), max_length=60, required=False, help_text=__("Home, work, shop ..."))
    locality = Line(label=__("Town"), max_length=200, required=False)
    country = Line(label=__("Country"), max_length=100, required=False)

    def fact(self) -> Fact:
        return keys.folded(self.cleaned_data["text"], 400), dict(self.cleaned_data)

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"text": claim.text, "kind": claim.kind, "locality": claim.locality, "country": claim.country}


class JobForm(FactForm):
    title = Line(label=__("What they do"), max_length=300, required=False)
    firm = Line(label=__("Where"), max_length=300, required=False, help_text=__("The firm, school or body."))
    department = Line(label=__("Department"), max_length=200, required=False)
    as_of = DayField(label=__("As of"), required=False, help_text=_AS_KNOWN)

    def clean_as_of(self) -> Any:
        return day_in(self, "as_of", may_be_ahead=True)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not told.get("title") and not told.get("firm"):
            raise forms.ValidationError(_("Say what they do or where."))
        return told

    def fact(self) -> Fact:
        told, day = self.cleaned_data, self.cleaned_data["as_of"]
        firm = firm_named(self.person.book, told["firm"]) if told["firm"] else None
        values = {"title": told["title"], "department": told["department"], "organization": firm}
        return keys.job(told["firm"], told["title"]), values | {"as_of": day.on, "as_of_precision": day.precision}

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        firm = claim.organization.name if claim.organization else ""
        return {"title": claim.title, "firm": firm, "department": claim.department, "as_of": shown_day(claim.as_of)}


def only_one(person: Person, name: str) -> Person | None:
    """The one other person of the same book who has this name; None where there is none, or several."""
    named = Person.objects.here().filter(book=person.book, folded=keys.folded(name)).exclude(pk=person.pk)[:2]
    found: list[Person] = list(named) if name else []
    return found[0] if len(found) == 1 else None
