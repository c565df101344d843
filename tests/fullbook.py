"""A book with a row of every model that hangs on it, rows without numbers too, all of that one book."""

from datetime import UTC, date, datetime
from typing import Any

from django.db import models

import cast
from rapport.kit.aftermath import settle
from rapport.kit.holdings import holdings
from rapport.kit.pictures.small import small_face
from rapport.members.models import Member
from rapport.people.models import Batch, Book, Counter, Distinct, Merge, Move, MyIdentity, Person, Sighting
from rapport.ties.models import ContactDay

AT = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
# What the app itself derives or keeps for itself.
LEFT_OUT = (Person, Book, Counter, Batch, Sighting, Merge, Move, ContactDay)


def full_book(book: Book) -> Book:
    """Three people and one row of each model about two of them."""
    people = [cast.known_in(book, name) for name in ("Bo Lindqvist", "Dee Marsh", "Cy Park")]
    batch = Batch.objects.create(book=book, label="cards.vcf", kinds=["vcard"], state="done", began_at=AT, ended_at=AT)
    made: dict[Any, Any] = {Book: book, Batch: batch, Member: book.owner}
    for model in dict.fromkeys(holding.model for holding in holdings()):
        if model not in LEFT_OUT and _is_of_a_book(model):
            _make(model, people, made)
    settle(book, [person.pk for person in people])
    return book


def _is_of_a_book(model: Any) -> bool:
    names = {field.name for field in model._meta.fields}
    return bool({"book", "interaction", "person"} & names) and model._meta.model_name != "intake"


def _make(model: Any, people: list[Any], made: dict[Any, Any]) -> Any:
    """The one row of `model`, after the rows it points to."""
    if model not in made:
        fields = [field for field in model._meta.fields if not field.primary_key and field.name != "number"]
        values = {field.name: _value(field, people, made) for field in fields}
        made[model] = model._default_manager.create(**values)
    return made[model]


def _value(field: Any, people: list[Any], made: dict[Any, Any]) -> Any:
    if field.model is Distinct and field.name == "second":
        return people[2]  # or the question about the first two would be answered
    if field.related_model is Person:
        return people[field.name in ("second", "other", "through_person")]
    if field.is_relation:
        return _make(field.related_model, people, made)
    if field.model is MyIdentity and field.name == "key":
        return "email:me@ann.example"
    if field.name in _SAID and isinstance(field, models.CharField | models.BinaryField):
        return _SAID[field.name]
    return field.choices[0][0] if field.choices else _plain(field)


def _plain(field: Any) -> Any:
    if isinstance(field, models.DateTimeField):
        return None if field.name == "struck_at" else AT
    if isinstance(field, models.DateField):
        return date(2026, 11, 18)
    if isinstance(field, models.BooleanField):
        return True
    if isinstance(field, models.IntegerField):
        return AT.date().toordinal() if field.name in ("day", "until") else 5
    if isinstance(field, models.FloatField):
        return 0.5
    return f"{field.model._meta.model_name} {field.name}"[: field.max_length]


def _face() -> bytes:
    # The smallest GIF there is.
    return small_face(
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )


_SAID: dict[str, Any] = {
    "precision": "day",
    "since_precision": "day",
    "as_of_precision": "day",
    "month_day": "11-18",
    "on": "2026-11-18",
    "since": "2026-11-18",
    "as_of": "2026-11-18",
    "written_on": "2026-11-18",
    "url": "https://bo.example/",
    "code": "same_name",
    "direction": "both",
    "digest": "5" * 64,
    "picture": _face(),
}
