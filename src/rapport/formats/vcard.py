"""A person as a vCard: each method says one fact in the book's words and adds the lines that carry it.

What a `Draft` writes, the vCard source of the archives reads back as the same facts.
"""

import base64
import re
from collections.abc import Iterable

from rapport.kit.contentlines.line import Line, escape, parse, texts
from rapport.kit.vcard.card import Card

TYPES = frozenset(
    {"home", "work", "school", "other", "cell", "mobile", "main", "iphone", "car", "pager", "video", "text"}
)
MESSENGERS = frozenset({"xmpp", "skype", "aim", "icq", "msn", "yahoo", "gtalk", "qq", "sip", "jabber", "matrix", "irc"})
DAYS = {"birthday": "BDAY", "anniversary": "ANNIVERSARY", "death": "DEATHDATE"}
TASTES = ("interest", "hobby", "expertise")
MET = "X-RAPPORT-MET"

_GROUP = "rapport"
_PICTURES = ((b"\x89PNG", "png"), (b"GIF8", "gif"), (b"RIFF", "webp"), (b"", "jpeg"))


def family_first(name: str) -> str:
    """A plain guess at the value of N: the last word is the family's. A single word is a given name."""
    given, _, family = name.strip().rpartition(" ")
    return f"{escape(family)};{escape(given)};;;" if given else f";{escape(family)};;;"


class Draft:
    """A card being written. `name` is the whole name as shown; `uid` something stable, such as `urn:uuid:...`."""

    def __init__(self, name: str, uid: str = "") -> None:
        self._name, self._uid = name, uid
        self._parts = ""
        self._lines: list[Line] = []
        self._groups = 0

    def named(self, text: str, kind: str) -> None:
        """Another form of the name. `kind`: nickname, maiden, phonetic, former, alias."""
        names = {"nickname": "NICKNAME", "maiden": "X-MAIDENNAME", "phonetic": "X-PHONETIC-NAME"}
        self._add(names.get(kind, "FN"), escape(text), *([] if kind in names else [("TYPE", kind)]))

    def handle(self, platform: str, handle: str, url: str = "", context: str = "") -> None:
        """A way to find or reach them; `context` such as "home", "work cell" or a free word of the owner's."""
        if platform == "email":
            self._labelled("EMAIL", escape(handle), context)
        elif platform in {"phone", "fax"}:
            self._labelled("TEL", escape(handle), context, *([("TYPE", "fax")] if platform == "fax" else []))
        elif platform == "web":
            self._labelled("URL", escape(url or handle), context)
        elif platform in MESSENGERS and not url:
            self._labelled("IMPP", escape(f"{platform}:{handle}"), context)
        else:
            params = (
                [("SERVICE-TYPE", platform), ("USERNAME", handle)]
                if url
                else [("SERVICE-TYPE", platform), ("VALUE", "text")]
            )
            self._labelled("SOCIALPROFILE", escape(url or handle), context, *params)

    def job(self, organization: str, title: str = "", department: str = "") -> None:
        group = self._group()
        if organization or department:
            value = ";".join(map(escape, (organization, department))) if department else escape(organization)
            self._lines.append(Line("ORG", value, (), group))
        if title:
            self._lines.append(Line("TITLE", escape(title), (), group))

    def home(self, text: str, kind: str = "", locality: str = "", country: str = "") -> None:
        """A postal address: `text` is the whole of it."""
        value = ";".join(("", "", "" if locality else escape(text), escape(locality), "", "", escape(country)))
        self._labelled("ADR", value, kind, ("LABEL", text))

    def day(self, kind: str, on: str) -> None:
        """A date as ISO text cut at its precision: `1985-04-12`, `1985-04`, `1985`, `--04-12`."""
        value = (
            on[:10].replace("-", "") if len(on) >= 10 else on[:2] + on[2:].replace("-", "") if on[:2] == "--" else on
        )
        if kind in DAYS:
            self._add(DAYS[kind], value)
        else:
            self._labelled("X-ABDATE", value, kind, is_free=True)

    def kin(self, kind: str, name: str) -> None:
        """A relation by name: spouse, assistant, introduced_by ..."""
        self._add("RELATED", escape(name), ("TYPE", kind), ("VALUE", "text"))

    def note(self, text: str, on: str = "") -> None:
        """A private note. Its day stands before it, unless the text begins with it already."""
        dated = text if not on or text.lstrip().startswith(on[:10]) else f"{on[:10]}: {text}"
        self._add("NOTE", escape(dated))

    def taste(self, word: str, evidence: str = "") -> None:
        kind = next((kind for kind in TASTES if evidence.casefold().startswith(kind)), TASTES[0])
        self._add(kind.upper(), escape(word))

    def labels(self, words: Iterable[str]) -> None:
        """The lists they are on."""
        if value := ",".join(map(escape, words)):
            self._add("CATEGORIES", value)

    def met(self, how: str, on: str = "", through: str = "", channel: str = "") -> None:
        """How the owner came to know them."""
        told = (("ON", on), ("THROUGH", through), ("CHANNEL", channel))
        self._add(MET, escape(how), *(param for param in told if param[1]))

    def photo(self, picture: bytes) -> None:
        if not picture:
            return
        media = next(media for magic, media in _PICTURES if picture.startswith(magic))
        self._add("PHOTO", f"data:image/{media};base64,{base64.b64encode(picture).decode()}")

    def field(self, name: str, value: str) -> None:
        """A field kept as it came: `name` with group and parameters, `value` still escaped."""
        line = parse(f"{name}:{value}")
        if line is None or line.name in {"BEGIN", "END", "VERSION", "FN"}:
            return
        if line.name == "N":
            self._parts = self._parts or line.value
        elif line.name == "UID":
            self._uid = self._uid or line.text
        else:
            self._lines.append(line)

    def card(self) -> Card:
        head = (Line("FN", escape(self._name)), Line("N", self._name_parts()))
        tail = (Line("UID", escape(self._uid)),) if self._uid else ()
        return Card((*head, *self._lines, *tail))

    def _name_parts(self) -> str:
        """The parts of the name as they came, where they still make up the name; else its last word as the family's."""
        came = {word for part in texts(self._parts, ";") for word in re.findall(r"\w+", part.casefold())}
        words = set(re.findall(r"\w+", self._name.casefold()))
        return self._parts if came and (came <= words or words <= came) else family_first(self._name)

    def _labelled(self, name: str, value: str, label: str, *params: tuple[str, str], is_free: bool = False) -> None:
        """Common words are types; anything else the owner called it stands in a line beside it, as Apple does."""
        words = label.casefold().split()
        if not is_free and set(words) <= TYPES:
            self._add(name, value, *params, *(("TYPE", word) for word in words))
            return
        group = self._group()
        self._lines += [Line(name, value, params, group), Line("X-ABLABEL", escape(label), (), group)]

    def _add(self, name: str, value: str, *params: tuple[str, str]) -> None:
        self._lines.append(Line(name, value, params))

    def _group(self) -> str:
        self._groups += 1
        return f"{_GROUP}{self._groups}"
