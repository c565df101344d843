"""The cast: people who are the same in every seed, namesakes and couples among them."""

from datetime import date

from rapport.town.addresses import Directory, linkedin_url
from rapport.town.folk import Handle, Name, Person, Work
from rapport.town.places import places
from rapport.town.truth import Apart
from rapport.town.words import rows

OWNERS = ("ann", "bo", "mo", "cy", "brigid", "rana", "oystein", "john", "zhanna", "sal", "meiling", "priya")

NAMESAKES = (("john", "johnsr"), ("alex1", "alex2"), ("david1", "david2"), ("maria1", "maria2"), ("wei1", "wei2"))
SHARERS = (("harriet", "callum"), ("laura", "pete"), ("leon", "zara"))
SPOUSES = {"harriet": "callum", "callum": "harriet", "laura": "pete", "pete": "laura"}

_EXTRA = {"maiden": "maiden", "nickname": "nickname", "script": "native", "order": "native", "adorned": "adornment"}


def cast(directory: Directory) -> list[Person]:
    """The fixed people, with telephone numbers taken from `directory`."""
    return [_member(row, directory) for row in rows("cast.tsv")]


def known_apart() -> list[Apart]:
    """Namesakes and people who share a mailbox: never one person."""
    named = [Apart(a, b, "name") for a, b in NAMESAKES]
    return named + [Apart(a, b, "mailbox") for a, b in SHARERS]


def _member(row: tuple[str, ...], directory: Directory) -> Person:
    key, given, family, language, case, extra, home, birthday, works, emails, slug, others = (*row, "")[:12]
    phone = directory.phone(places()[home].dial) if places()[home].dial in ("1", "44") else ""
    directory.taken |= {*emails.split(";"), slug}
    parts = {_EXTRA[case]: extra} if extra else {}
    return Person(
        id=key,
        name=Name(given, family, language, case, **parts),
        home=home,
        birthday=date.fromisoformat(birthday) if birthday else None,
        works=tuple(_work(text) for text in works.split(";")),
        passions=(),
        emails=tuple(emails.split(";")),
        phones=(phone,) if phone else (),
        handles=_handles(slug, others),
        sociability=0.7,
    )


def _work(text: str) -> Work:
    company, title, span = text.split("|")
    since, _, until = span.partition(">")
    return Work(company, title, date.fromisoformat(since), date.fromisoformat(until) if until else None)


def _handles(slug: str, others: str) -> tuple[Handle, ...]:
    found = [Handle("linkedin", slug, linkedin_url(slug))] if slug else []
    for text in others.split(";") if others else ():
        platform, _, handle = text.partition(":")
        url = f"https://www.facebook.com/{handle}" if platform == "facebook" else ""
        found.append(Handle(platform, handle, url))
    return tuple(found)
