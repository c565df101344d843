"""Notes.csv: what the owner noted about connections, whole."""

from collections.abc import Iterator

from rapport.formats.facts import Fact, PersonFact, Remark
from rapport.formats.handles import linkedin_handle, linkedin_slug
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page

_COLUMNS = ("connection first name", "connection last name", "connection profile url", "note")
_KNOWN = frozenset({*_COLUMNS, "created on", "edited on"})


def read(page: Page, known: Known) -> Iterator[Fact]:
    places = [page.place(column) for column in _COLUMNS]
    yield from page.unknown_columns(_KNOWN)
    for row in page:
        first, last, url, text = (row.cells[place] for place in places)
        name, slug = f"{first} {last}".strip(), linkedin_slug(url)
        if not text or not (name or slug):
            page.skip("empty notes")
            continue
        handles = (linkedin_handle(slug),) if slug else ()
        remark = Remark(text, page.when(row))
        yield PersonFact(known.key(slug, name), name, handles=handles, remarks=(remark,))
