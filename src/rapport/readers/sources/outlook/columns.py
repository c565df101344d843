"""The names of Outlook's columns in twelve languages, from `headers.tsv`."""

from collections.abc import Iterable
from functools import cache
from importlib import resources

from unidecode import unidecode

# Columns that hardly any other program has under these names; two of them, or an address and a name, make it Outlook.
_TELLING = frozenset(
    {"business phone", "home phone", "business fax", "business street", "home street", "business city", "home city",
     "e-mail 2 address", "e-mail 3 address", "manager", "assistant", "referred by", "other phone"}
)  # fmt: skip
_OF_OTHERS = frozenset({"connected on", "record id", "api id", "order #"})
_ADDRESS_FORMS = frozenset({"emailaddress", "email2address"})
_NAMING = frozenset({"first name", "last name", "display name", "company", "e-mail 2 address"})


def understood(titles: Iterable[str]) -> tuple[str, dict[str, str]]:
    """The language that knows most of `titles`, and what each title it knows (else English knows) means."""
    keyed = {title: key(title) for title in titles if key(title)}
    languages = tables()
    language = max(languages, key=lambda name: sum(word in languages[name] for word in keyed.values()))
    meant = languages["en"] | languages[language]
    return language, {title: meant[word] for title, word in keyed.items() if word in meant}


def is_outlook(titles: frozenset[str]) -> bool:
    """Whether these are columns of an address book of Outlook's kind."""
    if len(titles) > 300 or not titles.isdisjoint(_OF_OTHERS):
        return False
    language, meanings = understood(titles)
    found = frozenset(meanings.values())
    if len(found & _TELLING) >= 2:
        return True
    has_address = language != "en" or any(key(title) in _ADDRESS_FORMS for title in titles)
    return "e-mail address" in found and has_address and not _NAMING.isdisjoint(found)


def key(title: str) -> str:
    """Letters and digits of a title, without case and accents."""
    return "".join(sign for sign in unidecode(title).casefold() if sign.isalnum())


@cache
def tables() -> dict[str, dict[str, str]]:
    """By language: the key of each form -> the column it stands for. The first row that claims a form has it."""
    text = resources.files(__package__).joinpath("headers.tsv").read_text("utf-8")
    heading, *rows = (line.split("\t") for line in text.splitlines())
    languages: dict[str, dict[str, str]] = {language: {} for language in heading[1:]}
    for column, *forms in rows:
        for language, form in zip(heading[1:], forms, strict=True):
            for one in filter(None, form.split("|")):
                languages[language].setdefault(key(one), column)
    return languages
