"""Connections.csv: who, since when, and where they worked when the archive was made."""

from collections.abc import Iterator

from rapport.formats.facts import Extra, Fact, Handle, Home, Job, Party, PersonFact, TalkFact, When
from rapport.formats.handles import email_handle, link_handle, linkedin_handle, linkedin_slug
from rapport.formats.nothing import cell, name_parts
from rapport.formats.table import Row
from rapport.readers.sources.linkedin.brackets import listed
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page
from rapport.readers.sources.linkedin.roster import Entry, fold, slug_of

HIDDEN = "connections that LinkedIn does not show"

_COLUMNS = ("first name", "last name", "url", "email address", "company", "position", "address", "websites")
_KNOWN = frozenset({*_COLUMNS, "connected on"})


def read(page: Page, known: Known) -> Iterator[Fact]:
    places = [page.place(column) for column in _COLUMNS]
    extra = page.beyond(_KNOWN)
    for row in page:
        first, last, url, address, company, position, home, sites = (row.cells[place] for place in places)
        first, last = name_parts(first, last)
        company, position = cell(company), cell(position)
        name, slug = f"{first} {last}".strip(), linkedin_slug(url)
        if not (name or slug or address):
            page.skip(HIDDEN)
            continue
        when = page.when(row)
        if when is None and row.is_wide:  # its cells have slipped: nothing in it stands where it belongs
            continue
        entry = Entry(slug, when.text[:10] if when else "", fold(company))
        known_as = name or slug or address
        key = known.roster.row_key(known_as, entry)
        slug = slug or slug_of(key)
        by_name = known.roster.name_key(known_as, entry)
        yield PersonFact(
            key,
            name,
            handles=tuple(_handles(slug, address, sites, when)),
            jobs=(Job(company, position, as_of=known.as_of),) if company or position else (),
            homes=(Home(home),) if home else (),
            circles=known.stays.shared(company, entry.day),
            extras=tuple(_extras(page, row, extra)),
            also=(by_name,) if by_name != key else (),
        )
        tie = known.roster.tie_key(known_as, entry)
        yield TalkFact(tie, "connection", "linkedin", when or When("", "unknown"), (Party(key, "both"),))


def _handles(slug: str, address: str, sites: str, since: When | None) -> Iterator[Handle]:
    if slug:
        yield linkedin_handle(slug, since)
    if address and (mail := email_handle(address)):
        yield mail
    for label, link in listed(sites):
        if handle := link_handle(link, label):
            yield handle


def _extras(page: Page, row: Row, places: list[int]) -> Iterator[Extra]:
    return (Extra(page.title(place), row.cells[place]) for place in places if row.cells[place])
