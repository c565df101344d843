"""A book full of marked strings: one row of every model that hangs on a book, every text of it marked."""

from datetime import date
from typing import Any

from django.db import models
from model_bakery import baker

from rapport.kit.holdings import holdings
from rapport.members.models import Member
from rapport.people.models import Book, BookRow, Claim, Person

MARK = "taintwort"
ADDRESS = f"{MARK}@secret.example"


def tainted_book(owner: Member) -> Book:
    """Fill the owner's book; the mark stands in every text column that takes it."""
    book = Book.of(owner)
    people = [_made(Person, book, n) for n in (1, 2)]
    models = dict.fromkeys(holding.model for holding in holdings() if issubclass(holding.model, BookRow))
    for model in sorted(models, key=_leads_to_others):
        if model is not Person:
            _made(model, book, 1, people)
    return book


def _made(model: type[BookRow], book: Book, number: int, people: list[Any] = []) -> Any:  # noqa: B006 - only read
    values: dict[str, Any] = {"book": book, "number": book.next_numbers(model._meta.model_name or "")[0]}
    other = Member.objects.exclude(pk=book.owner_id).order_by("pk").first()  # nobody comes in for the book's sake
    for field in model._meta.fields:
        if field.name in values or field.primary_key:
            continue
        there = _there(field, book, other)
        if there is not None:
            values[field.name] = there
            continue
        values |= _value(field, number, people, issubclass(model, Claim))
    return baker.make(model, **values)


def _leads_to_others(model: type[BookRow]) -> bool:
    there = [field.related_model for field in model._meta.fields if field.related_model and not field.null]
    return any(issubclass(one, BookRow) and one is not Person for one in there)


def _there(field: Any, book: Book, other: Member | None) -> Any:
    """For a reference that must lead somewhere: what is there already, so that no members come in with the book."""
    if field.related_model is None or field.null or field.name in ("person", "first", "second", "kept", "gone"):
        return None
    if field.related_model is Member:
        return other
    is_private = issubclass(field.related_model, BookRow) and field.related_model is not Person
    return field.related_model.objects.filter(book=book).first() if is_private else None


def _value(field: Any, number: int, people: list[Any], is_claim: bool) -> dict[str, Any]:
    if isinstance(field, models.ForeignKey):
        if field.related_model is Person and field.name in ("person", "first", "second", "kept", "gone"):
            return {field.name: people[1 if field.name in ("second", "gone") else 0]}
        return {}
    if field.choices or field.name in ("folder", "zone", "digest"):
        return {}
    if field.name == "platform":
        return {"platform": "email"}
    if isinstance(field, models.CharField | models.TextField):
        return {field.name: _text(field, number)}
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField) and not field.null:
        return {field.name: date(2026, 11, 18)}
    return {}


def _text(field: Any, number: int) -> str:
    if field.name in ("on", "since", "as_of", "written_on"):
        return "2026-11-18"
    if field.name == "code":
        return "same_name"
    if field.name.endswith("precision"):
        return "day"
    if field.name in ("month_day", "died_on", "answer", "own_answer", "channel", "kind", "source", "context"):
        return ""
    if field.name == "url":
        return f"https://{MARK}.example/"
    if field.name == "handle":
        return ADDRESS
    text = f"{MARK} {field.name} {number}"
    return text[: field.max_length] if field.max_length else text
