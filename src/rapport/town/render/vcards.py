"""Address books as vCard files: an iPhone's, an Android's, Outlook's, Gmail's, one in UTF-16, one in version 4."""

from base64 import b64encode
from collections.abc import Callable

from rapport.town.folk import Person
from rapport.town.looks import look
from rapport.town.portraits import portrait
from rapport.town.render.folding import folded
from rapport.town.render.sight import Sight
from rapport.town.render.vcard_new import gmail, iphone, nextcloud, utf16
from rapport.town.render.vcard_old import android, outlook_card
from rapport.town.truth import Entry

_CARDS: dict[str, Callable[[Entry], list[str]]] = {
    "android": android,
    "gmail": gmail,
    "iphone": iphone,
    "nextcloud": nextcloud,
    "outlook": outlook_card,
    "utf16": utf16,
}
_OVERLONG = " and so on" * 9_000


def vcards(sight: Sight) -> bytes:
    """All cards, one after another, then the useless ones."""
    shape = sight.paper.shape
    lines: list[str] = []
    overlong = len(sight.times("overlong"))
    for entry in sight.entries:
        if overlong and entry.note and shape == "outlook":
            overlong -= 1
            lines += _CARDS[shape](_longer(entry))
        else:
            lines += _CARDS[shape](entry)
        if shape == "iphone" and not entry.person.startswith("p-"):
            lines[-1:] = [*_photo(sight.person(entry.person)), lines[-1]]
    for _ in sight.times("nameless"):
        lines += ["BEGIN:VCARD", "VERSION:3.0" if shape != "android" else "VERSION:2.1", "TITLE:Nobody", "END:VCARD"]
    for _ in sight.times("groups"):
        lines += ["BEGIN:VCARD", "VERSION:4.0", "KIND:group", "FN:Suppliers", "UID:urn:uuid:suppliers", "END:VCARD"]
    text = "\r\n".join(lines) + "\r\n"
    return text.encode("utf-16") if shape == "utf16" else text.encode()


def _photo(person: Person) -> list[str]:
    """As an iPhone keeps one of those whom its owner knows best."""
    drawn = b64encode(portrait(look(person))).decode()
    return folded(f"PHOTO;ENCODING=b;TYPE=JPEG:{drawn}")


def _longer(entry: Entry) -> Entry:
    return Entry(**{**vars(entry), "note": entry.note + _OVERLONG})
