"""What somebody is called on a card, and what else."""

from rapport.formats.facts import NameForm
from rapport.kit.contentlines.line import Line, texts
from rapport.kit.vcard.card import Card
from rapport.readers.sources.vcards.sheet import Sheet, word

_KINDS = frozenset({"alias", "former"})


def display_name(card: Card) -> str:
    """The whole name; where there is none, the nickname, the firm, the address or the number. Empty for a card of
    nothing."""
    lines = card.all("FN")
    plain = [line for line in lines if not _KINDS & set(line.types())] or lines
    name = next((word(line.text) for line in plain if word(line.text)), "")
    return name or _composed(card.all("N")) or said_instead(card)


def name_forms(sheet: Sheet, shown: str) -> tuple[NameForm, ...]:
    """Nicknames, maiden and phonetic names, and further whole names."""
    forms = [NameForm(word(part), "nickname") for line in sheet.take("NICKNAME") for part in texts(line.value, ",")]
    forms += [NameForm(word(line.text), "maiden") for line in sheet.take("X-MAIDENNAME", "X-MAIDEN-NAME")]
    forms += [NameForm(word(line.text), "phonetic") for line in sheet.take("X-PHONETIC-NAME")]
    spoken = sheet.take("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
    forms.append(NameForm(word(" ".join(line.text for line in spoken)), "phonetic"))
    for line in sheet.take("FN"):
        kind = next((kind for kind in line.types() if kind in _KINDS), "alias")
        forms.append(NameForm(word(line.text), kind))
    return tuple(dict.fromkeys(form for form in forms if form.text and form.text != shown))


def said_instead(card: Card) -> str:
    """What a card without a name is called by."""
    firm = next((texts(line.value, ";")[0] for line in card.all("ORG")), "")
    return word(card.first("NICKNAME")) or word(firm) or word(card.first("EMAIL", "TEL", "URL", "IMPP"))


def _composed(lines: list[Line]) -> str:
    """The whole name of `family;given;additional;prefix;suffix`."""
    value = next((line.value for line in lines if line.text.strip("; ")), "")
    family, given, additional, prefix, suffix = [*texts(value, ";"), "", "", "", "", ""][:5]
    return word(" ".join(part.replace(",", " ") for part in (prefix, given, additional, family, suffix) if part))
