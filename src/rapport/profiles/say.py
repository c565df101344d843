"""A member says something of themselves, and to whom. Every act brings the directory in line."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from rapport.kit.cleaning import clean, one_line
from rapport.kit.jobs import later
from rapport.members.models import Member
from rapport.people import keys
from rapport.profiles.findable import index
from rapport.profiles.jobs import tell_books
from rapport.profiles.models import Expertise, Line, Offer, Profile, ShownInterest, Wanted
from rapport.topics import shipped

MOST: dict[type[Line], int] = {Offer: 20, Wanted: 20, Expertise: 30, ShownInterest: 50}
LONGEST = 200


@transaction.atomic
def say(*, member: Member, **told: Any) -> Profile:
    """Set single parts of the profile by the names of its columns: business, business_for, place ..."""
    profile = _locked(member)
    for name, value in told.items():
        setattr(profile, name, (clean(value).strip() if name == "about" else one_line(value)) if _is(value) else value)
    profile.save()
    index([member])
    return profile


def _is(value: object) -> bool:
    return isinstance(value, str)


@transaction.atomic
def say_lines(*, member: Member, model: type[Line], texts: Iterable[str], audience: int) -> None:
    """These are the member's offers (or what they are after, their expertise, their interests), in this order. One
    that stays keeps its row, with all that others said of it. Further ones than MOST are left out."""
    _locked(member)
    told: dict[str, str] = {}
    for text in texts:
        line = one_line(text)[:LONGEST]
        key = _key(model, line)
        if key and key not in told and len(told) < MOST[model]:
            told[key] = line
    model.objects.filter(member=member).exclude(key__in=list(told)).delete()
    for position, (key, line) in enumerate(told.items()):
        values = {"text": line, "position": position, "audience": audience}
        model.objects.update_or_create(member=member, key=key, defaults=values)
    index([member])
    if model is ShownInterest:
        later(tell_books, member=member.pk)


def _key(model: type[Line], line: str) -> str:
    """Interests are one by their topic, the others by their folded text."""
    return shipped().canonical(line)[:LONGEST] if model is ShownInterest else keys.folded(line, LONGEST)


def _locked(member: Member) -> Profile:
    """The profile, made if there is none; two windows that save do so one after the other."""
    Member.objects.select_for_update().get(pk=member.pk)
    return Profile.objects.get_or_create(member=member)[0]
