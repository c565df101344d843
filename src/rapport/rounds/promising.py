"""A promise that a card of Today was about: kept when the card is answered, open again when that is taken back."""

from datetime import date

from rapport.ledger.models import Promise
from rapport.ledger.promises import settle_promise
from rapport.people.models import Book


def settle(book: Book, number: int, on: date) -> None:
    for promise in Promise.objects.filter(book=book, number=number, state="open", way="mine"):
        settle_promise(promise, "kept", on=on)


def reopen(book: Book, number: int, on: date) -> None:
    """Open again; the next of a recurring one was never made."""
    for promise in Promise.objects.filter(book=book, number=number, state="kept", settled_on=on):
        again = Promise.objects.filter(book=book, person=promise.person, what=promise.what, made_on=on, state="open")
        again.filter(number__gt=number, every_days=promise.every_days).exclude(every_days=None).delete()
        promise.state, promise.settled_on = "open", None
        promise.save(update_fields=["state", "settled_on"])
