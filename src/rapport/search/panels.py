"""Beside your people: what narrows the list just now, and the filters that were kept."""

from typing import Any

from rapport.kit.panels import Panel
from rapport.kit.sieves import chosen
from rapport.ledger.models import Filter
from rapport.members.may import MemberRequest
from rapport.people.models import Book
from rapport.search.filters import in_words, without


def _narrowing(request: MemberRequest, book: Book) -> dict[str, Any]:
    params = request.GET.dict()
    words = [(label, says, without(params, name)) for name, label, says in in_words(book, params)]
    return {
        "words": words,
        "chosen": chosen(params),
        "query": request.GET.urlencode(),
        "kept": Filter.objects.filter(book=book).order_by("name", "number"),
    }


NARROWING = Panel("people", 10, _narrowing, "search/panels/narrowing.html", "aside")
