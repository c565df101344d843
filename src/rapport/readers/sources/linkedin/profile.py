"""Profile.csv, Email Addresses.csv, PhoneNumbers.csv: the owner's own names and addresses, to be known elsewhere by."""

from collections.abc import Iterator

from rapport.formats.facts import Fact, MineFact
from rapport.formats.handles import email, link_handle, phone, region_of
from rapport.readers.sources.linkedin.brackets import listed
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page


def names(page: Page, known: Known) -> Iterator[Fact]:
    columns = ("first name", "last name", "maiden name", "twitter handles", "websites")
    places = [page.place(column) for column in columns]
    for row in page:
        first, last, maiden, handles, sites = (row.cells[place] for place in places)
        name = f"{first} {last}".strip()
        if name and name != known.owner.name:
            yield MineFact("name", name)
        if maiden:
            yield MineFact("name", f"{first} {maiden}".strip())
        for _, handle in listed(handles):
            if found := link_handle(f"https://x.com/{handle.removeprefix('@')}"):
                yield MineFact(found.platform, found.handle)
        for _, link in listed(sites):
            if found := link_handle(link):
                yield MineFact(found.platform, found.handle)


def addresses(page: Page, _known: Known) -> Iterator[Fact]:
    place, confirmed = page.place("email address"), page.place("confirmed")
    for row in page:
        if address := email(row.cells[place]):
            yield MineFact("email", address, is_sure=row.cells[confirmed].casefold() != "no")


def numbers(page: Page, known: Known) -> Iterator[Fact]:
    place = page.place("number")
    region = region_of(known.choices.zone)
    for row in page:
        if number := phone(row.cells[place], region):
            yield MineFact("phone", number)
