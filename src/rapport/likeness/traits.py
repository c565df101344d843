"""A record made ready for comparing: names read, addresses and companies in one spelling."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from rapport.likeness.birthdays import Birthday, read_birthday
from rapport.likeness.marks import (
    company_host,
    handle_words,
    is_role,
    plain_email,
    platform_of,
)
from rapport.likeness.names import Name, fold, placed, read_names
from rapport.likeness.record import Record

_LEGAL_FORMS = frozenset(
    "ltd limited inc incorporated llc llp plc gmbh mbh ag kg ohg ug ev co corp corporation company group holding "
    "holdings ab as asa aps oy oyj bv nv sa sas sarl srl spa sl slu pty the and und et".split()
)


Key = tuple[str, str]  # ("email", "ann@example.org"), ("organization", "harbour hotel") ...
Words = tuple[str, ...]
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Traits:
    """What the rules look at. Sets are folded keys; `pages` are own profile keys by platform of one page each.

    `marks` may belong to one person alone; `hints` support a name.
    """

    record: Record
    names: tuple[Name, ...]
    emails: frozenset[str]
    phones: frozenset[str]
    urls: frozenset[str]
    links: frozenset[str]
    handles: tuple[tuple[str, ...], ...]
    pages: dict[str, frozenset[str]]
    birthdays: tuple[Birthday, ...]
    organizations: frozenset[str]
    localities: frozenset[str]
    addresses: frozenset[str]
    postcodes: frozenset[str]
    full_names: tuple[Name, ...]
    marks: frozenset[Key]
    hints: frozenset[Key]

    @property
    def name_keys(self) -> list[Words]:
        """The full names, whatever the order of their words."""
        return [tuple(sorted(name.loose)) for name in self.full_names]

    @property
    def personal_emails(self) -> tuple[str, ...]:
        return tuple(sorted(email for email in self.emails if not is_role(email)))


def traits_of(record: Record) -> Traits:
    """Read a record once, before it is compared many times."""
    handles = tuple(words for words in dict.fromkeys(map(handle_words, record.urls)) if words)
    names = _names(record, handles)
    emails = _kept(map(plain_email, record.emails))
    phones, urls = _kept(record.phones), _kept(record.urls)
    hints = {
        "address": _folded(record.addresses),
        "organization": _kept(map(company_key, record.organizations)),
        "host": _kept(map(company_host, emails)),
        "postcode": _kept(code.replace(" ", "") for code in _folded(record.postcodes)),
        "locality": _folded(record.localities),
    }
    return Traits(
        record=record,
        names=names,
        emails=emails,
        phones=phones,
        urls=urls,
        links=_kept(record.links),
        handles=handles,
        pages=_pages(record),
        birthdays=tuple(day for day in map(read_birthday, record.birthdays) if day),
        organizations=hints["organization"],
        localities=hints["locality"],
        addresses=hints["address"],
        postcodes=hints["postcode"],
        full_names=tuple(name for name in names if name.is_full and not name.is_handle and not name.is_joint),
        marks=_keys({"email": emails, "phone": phones, "url": urls}),
        hints=_keys(hints),
    )


@lru_cache(maxsize=1 << 15)
def company_key(name: str) -> str:
    """One key for "Harbour Hotel Group" and "Harbour Hotels, Ltd."; empty if nothing but a legal form is left."""
    words = [word for word in fold(name).split() if word not in _LEGAL_FORMS]
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)


def _keys(values: dict[str, frozenset[str]]) -> frozenset[Key]:
    return frozenset((kind, value) for kind, found in values.items() for value in found)


def _names(record: Record, handles: tuple[Words, ...]) -> tuple[Name, ...]:
    """Names as read; a single word that is also the person's handle is a handle."""
    main = read_names(record.name or f"{record.given} {record.family}")
    names = [*main, *(name for text in record.other_names for name in _read_other(text, main))]
    own = {"".join(words) for words in handles}
    return tuple(
        dict.fromkeys(
            replace(name, is_handle=True) if "".join(name.words) in own and not name.is_full else name for name in names
        )
    )


def _read_other(text: str, main: tuple[Name, ...]) -> tuple[Name, ...]:
    """A nickname or maiden name of one word, put where it may stand in the full name."""
    other = read_names(text)
    if not main or not main[0].is_full or any(name.is_full for name in other):
        return other
    return tuple(placed(text, main[0]))


def _pages(record: Record) -> dict[str, frozenset[str]]:
    """Own profile keys by platform; rows of one list of connections stand for profiles whose link is not known."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for url in record.urls:
        pages[platform_of(url)].add(url)
    for key in record.source_keys:
        if "|" in key and platform_of(key):
            pages[":".join(key.split(":")[:2])].add(key)
    return {platform: frozenset(keys) for platform, keys in pages.items() if platform}


def _folded(texts: tuple[str, ...]) -> frozenset[str]:
    return _kept(map(fold, texts))


def _kept(texts: Iterable[str]) -> frozenset[str]:
    """Those that say something. Most records know nothing of most fields: they share one empty set."""
    return frozenset(filter(None, texts)) or NOTHING
