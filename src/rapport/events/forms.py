"""What is typed to make an event, and to answer one."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.events.hours import is_skipped, minutes_between, moment, wall
from rapport.events.models import Event
from rapport.events.recurring import MOST_COUNT, MOST_EVERY, Rule, nth_of, read, written
from rapport.groups.models import Group
from rapport.kit.cleaning import clean
from rapport.members.forms import IN_ZONES, OneLineField

USUAL_MINUTES = 120  # how long a gathering lasts where nobody says
MOST_MINUTES = 14 * 24 * 60
MOST_PLACES = 100_000
REPEATS = [
    ("", __("Once")),
    ("weekly", __("By the week")),
    ("nth", __("By the month, on the same weekday (the third Thursday)")),
    ("date", __("By the month, on the same date")),
]
WEEKDAYS = [
    ("0", __("Monday")),
    ("1", __("Tuesday")),
    ("2", __("Wednesday")),
    ("3", __("Thursday")),
    ("4", __("Friday")),
    ("5", __("Saturday")),
    ("6", __("Sunday")),
]
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class WebLink(forms.URLField):
    """An address of the web, nothing else."""

    default_validators = [URLValidator(schemes=["http", "https"])]  # noqa: RUF012

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", max_length=500, **options)


class WhenForm(forms.Form):
    """When it begins and ends, and when it comes again; the fields of what it is stand in `EventForm`."""

    on = forms.DateField(label=__("Day"), widget=DAY)
    at = forms.TimeField(label=__("Begins"), widget=HOUR)
    ends_at = forms.TimeField(label=__("Ends"), required=False, widget=HOUR)
    ends_on = forms.DateField(label=__("Ends on another day"), required=False, widget=DAY)
    minutes = forms.IntegerField(
        label=__("Or minutes"),
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        help_text=__("If neither is typed, two hours."),
    )
    zone = forms.ChoiceField(
        label=__("Time zone"),
        choices=IN_ZONES,
        help_text=__("What the clock on the wall shows there is kept, also when clocks change."),
    )
    repeats = forms.ChoiceField(label=__("Comes again"), choices=REPEATS, required=False)
    every = forms.IntegerField(
        label=__("Every so many weeks or months"), required=False, min_value=1, max_value=MOST_EVERY
    )
    weekdays = forms.MultipleChoiceField(
        label=__("On these days of the week"), required=False, choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple
    )
    until = forms.DateField(label=__("Until"), required=False, widget=DAY)
    count = forms.IntegerField(label=__("Or how often in all"), required=False, min_value=2, max_value=MOST_COUNT)
    is_past_meant = forms.BooleanField(label=__("Yes, it lies in the past"), required=False)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        self.now, self.asks_past = now, False
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        given["lasts"] = self._lasts(given)
        given["rule"] = self._rule(given)
        begins = moment(given["on"], given["at"], given["zone"])
        if begins < self.now and not given.get("is_past_meant") and self._is_new_time(given):
            self.asks_past = True
            self.add_error("on", _("This lies in the past. If you mean it, say so below."))
        return given

    def _is_new_time(self, given: dict[str, Any]) -> bool:
        return (given["on"], given["at"]) != (self.initial.get("on"), self.initial.get("at"))

    def _lasts(self, given: dict[str, Any]) -> int:
        if given.get("ends_at") is None:
            if given.get("ends_on"):
                self.add_error("ends_at", _("Say at what hour of that day it ends."))
            return given.get("minutes") or USUAL_MINUTES
        begins: tuple[date, time] = (given["on"], given["at"])
        lasts = minutes_between(begins, (given.get("ends_on") or given["on"], given["ends_at"]), given["zone"])
        if lasts <= 0:
            self.add_error(
                "ends_at",
                _("It would end before it begins. If it goes past midnight, say on which day it ends."),
            )
        elif lasts > MOST_MINUTES:
            self.add_error("ends_on", _("An event lasts a fortnight at most."))
        return lasts

    def _rule(self, given: dict[str, Any]) -> str:
        if not given.get("repeats"):
            return ""
        if given.get("until") and given["until"] < given["on"]:
            self.add_error("until", _("That is before the first day."))
        rule = Rule(
            "weekly" if given["repeats"] == "weekly" else "monthly",
            given.get("every") or 1,
            tuple(int(day) for day in given.get("weekdays", [])),
            nth_of(given["on"]) if given["repeats"] == "nth" else 0,
            None if given.get("count") else given.get("until"),
            given.get("count") or 0,
        )
        return written(rule, given["on"])

    def skipped_hour(self) -> str:
        """A sentence when the clocks jump over the hour that was typed."""
        on, at, zone = (self.cleaned_data[name] for name in ("on", "at", "zone"))
        if not is_skipped(on, at, zone):
            return ""
        really = wall(moment(on, at, zone), zone)
        return _("That night the clocks go forward over %(at)s: it begins at %(really)s.") % {
            "at": f"{at:%H:%M}",
            "really": f"{really:%H:%M}",
        }


class EventForm(WhenForm):
    """The whole event. `groups` are those in whose name the member may invite."""

    group = forms.ModelChoiceField(
        label=__("Who invites"), queryset=Group.objects.none(), required=False, empty_label=__("I do, by myself")
    )
    title = OneLineField(label=__("What it is called"), max_length=200)
    about = forms.CharField(label=__("What it is"), required=False, max_length=8000, widget=forms.Textarea)
    mode = forms.ChoiceField(label=__("Where"), choices=Event.MODES, initial="rooms")
    place = OneLineField(label=__("Room and address"), max_length=300, required=False)
    link = WebLink(label=__("Link to the room online"), required=False, help_text=__("Shown to those who said yes."))
    cost = OneLineField(label=__("What it costs"), max_length=120, required=False)
    is_paid_at_door = forms.BooleanField(label=__("Pay at the door"), required=False)
    capacity = forms.IntegerField(
        label=__("How many places"), required=False, min_value=1, max_value=MOST_PLACES, help_text=__("Guests count.")
    )
    audience = forms.ChoiceField(label=__("Who may see and answer"), choices=Event.AUDIENCES, initial="members")
    may_say_there = forms.BooleanField(
        label=__("Members may say themselves that they were there"), required=False, initial=True
    )
    field_order = (
        *("group", "title", "about", "mode", "place", "link", "on", "at", "ends_at", "ends_on", "minutes", "zone"),
        *("repeats", "every", "weekdays", "until", "count", "cost", "is_paid_at_door", "capacity", "audience"),
    )

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["group"].label_from_instance = lambda group: group.name  # type: ignore[attr-defined]

    def clean_about(self) -> str:
        return clean(str(self.cleaned_data["about"]))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("audience") == "group" and not given.get("group"):
            self.add_error("audience", _("Without a group it is for members or for everyone."))
        return given

    def put_into(self, event: Event) -> Event:
        """The event as it was typed, unsaved."""
        given = self.cleaned_data
        plain = ("group", "title", "about", "mode", "place", "link", "on", "at", "zone", "rule", "cost")
        for name in (*plain, "is_paid_at_door", "capacity", "audience", "may_say_there"):
            setattr(event, name, given[name])
        event.minutes = given["lasts"]
        return event


def typed(event: Event) -> dict[str, Any]:
    """The event as its form shows it."""
    names = ("group", "title", "about", "mode", "place", "link", "on", "at", "zone", "cost")
    told = {name: getattr(event, name) for name in (*names, "is_paid_at_door", "capacity", "audience", "may_say_there")}
    ends = wall(moment(event.on, event.at, event.zone) + event.lasts, event.zone)
    told |= {"ends_at": ends.time(), "ends_on": ends.date() if ends.date() != event.on else None}
    rule = read(event.rule)
    if rule is None:
        return told
    kind = "weekly" if rule.frequency == "weekly" else "nth" if rule.nth else "date"
    days = [str(day) for day in rule.weekdays]
    return told | {
        "repeats": kind,
        "every": rule.every,
        "weekdays": days,
        "until": rule.until,
        "count": rule.count or None,
    }


class AnswerForm(forms.Form):
    says = forms.ChoiceField(choices=[("yes", "yes"), ("maybe", "maybe"), ("no", "no")])
    guests = forms.IntegerField(required=False, min_value=0, max_value=100)
    is_hidden = forms.BooleanField(required=False)
    is_new = forms.BooleanField(required=False)
    is_alone = forms.BooleanField(required=False)
    is_glad = forms.BooleanField(required=False)
