"""Where an interest was seen, in words the owner recognises: "your note of 2016"."""

from datetime import date
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from rapport.kit.prepared import prepared
from rapport.people.models import Interest, Person
from rapport.people.platforms import platform_label

MOST = 3


def evidence(people: list[Person], topic: str, today: date) -> dict[int, list[str]]:
    """For each of these persons (by id) what tells of the topic, the newest first."""
    found: dict[int, list[str]] = {person.pk: [] for person in people}
    rows = Interest.objects.shown().filter(person__in=people, topic=topic).order_by("-is_hand", "-on", "pk")
    for interest in rows:
        said = _said(interest, today)
        if len(found[interest.person_id]) < MOST and said not in found[interest.person_id]:
            found[interest.person_id].append(said)
    return found


def confided_by(people: list[int]) -> set[tuple[int, str]]:
    """Which of these persons (ids) told of which topics in confidence."""
    return {(who, topic) for who, topic in _confided.rows(people=people)}


@prepared(several=("people",))
def _confided(people: list[int]) -> Any:
    rows = Interest.objects.shown().filter(person__in=people, is_confided=True)
    return rows.values_list("person_id", "topic")


def _said(interest: Interest, today: date) -> str:
    told, of = interest.evidence, _of(interest.on, today)
    if told == "your note":
        return _("your note%(of)s") % {"of": of}
    if interest.platform == "calendar":
        return _("“%(title)s” in your calendar%(of)s") % {"title": told, "of": of}
    if interest.platform == "hand" or (interest.is_hand and not told):
        return _("what you wrote down%(of)s") % {"of": of}
    where = platform_label(interest.platform) if interest.platform else ""
    kind = told.partition(",")[0].split(" ")[-1]
    if kind in _KINDS:
        return _KINDS[kind]() % {"where": where, "of": of}
    return _("“%(word)s” on %(where)s%(of)s") % {"word": told or interest.word, "where": where or _("a card"), "of": of}


def _of(on: str, today: date) -> str:
    """' of August', ' of 2016', or nothing when the day is not known."""
    if len(on) < 4 or not on[:4].isdecimal():
        return ""
    year, month = int(on[:4]), on[5:7]
    if month.isdecimal() and 1 <= int(month) <= 12 and (today.year - year) * 12 + today.month - int(month) < 12:
        return _(" of %(month)s") % {"month": MONTHS[int(month)]}
    return _(" of %(year)s") % {"year": year}


_KINDS = {
    "message": lambda: _("a message on %(where)s%(of)s"),
    "mail": lambda: _("a mail%(of)s"),
    "invitation": lambda: _("an invitation on %(where)s%(of)s"),
    "endorsement": lambda: _("an endorsement on %(where)s%(of)s"),
    "hobby": lambda: _("the hobbies on their card"),
    "interest": lambda: _("the interests on their card"),
    "profile": lambda: _("their profile %(where)s%(of)s"),
}
