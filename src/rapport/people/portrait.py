"""The photo that the owner gives somebody, in place of what archives brought; and no photo at all."""

from datetime import datetime

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.people.claims import say, strike
from rapport.people.models import Person, Photo

KEY = "hand"  # an archive's photo has the archive's kind as its key


@transaction.atomic
def portray(*, person: Person, picture: bytes, now: datetime) -> Photo:
    """From now on they are shown by `picture`, which is drawn anew already (kit/pictures)."""
    photo = say(Photo, person=person, key=KEY, now=now, picture=picture)
    settle(person.book, [person.pk])
    return photo


@transaction.atomic
def remove_photo(*, person: Person, now: datetime) -> None:
    """They are shown by their initials, whatever archives bring or have brought."""
    for photo in Photo.objects.shown().filter(person=person):
        strike(photo, now=now)
    settle(person.book, [person.pk])
