"""ImportedContacts.csv: the address book once given to LinkedIn. It makes nobody a connection, but knows addresses."""

import re
from collections.abc import Iterator

from rapport.formats.facts import Fact, Handle, Job, NameForm, PersonFact
from rapport.formats.handles import email_handle, phone_handle, region_of
from rapport.formats.table import Row
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page
from rapport.readers.sources.linkedin.roster import fold

_COLUMNS = ("firstname", "middlename", "lastname", "fullname", "nickname", "maidenname", "title", "companies")


def read(page: Page, known: Known) -> Iterator[Fact]:
    places = [page.place(column) for column in _COLUMNS]
    region = region_of(known.choices.zone)
    for row in page:
        first, middle, last, full, nick, maiden, title, company = (row.cells[place] for place in places)
        name = " ".join(part for part in (first, middle, last) if part) or full
        handles = tuple(_handles(page, row, region))
        if not handles:
            page.skip("address book entries without an address")
            continue
        forms = [NameForm(nick, "nickname")] if nick else []
        forms += [NameForm(f"{first} {maiden}".strip(), "maiden")] if maiden else []
        yield PersonFact(
            _key(known, name, company, handles),
            name,
            names=tuple(forms),
            handles=handles,
            jobs=(Job(company, title),) if company or title else (),
            is_faint=True,
        )


def _handles(page: Page, row: Row, region: str) -> Iterator[Handle]:
    seen = set()
    for cell in re.split(r"[;,]", row.cells[page.place("emails")]):
        if (handle := email_handle(cell)) and handle.handle.casefold() not in seen:
            seen.add(handle.handle.casefold())
            yield handle
    for cell in re.split(r"[;,]", row.cells[page.place("phonenumbers")]):
        if (handle := phone_handle(cell, region)) and handle.handle not in seen:
            seen.add(handle.handle)
            yield handle


def _key(known: Known, name: str, company: str, handles: tuple[Handle, ...]) -> str:
    """The connection of the same name, where the company or the address says so too; else the address itself."""
    first = handles[0]
    if name and known.roster.has(name):
        spelt = re.sub(r"[^\w]", "", first.handle.partition("@")[0].casefold())
        words = fold(name).split()
        is_spelt = first.platform == "email" and len(words) > 1 and words[0] in spelt and words[-1] in spelt
        if is_spelt or (company and known.roster.works_at(name, company)):
            return known.roster.key(name, company)
    return f"{first.platform}:{first.handle.casefold()}"
