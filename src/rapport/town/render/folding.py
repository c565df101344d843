"""Long lines and strange letters, as calendars, cards and mails break and quote them."""

from base64 import b64encode

_FOLD = 75
_SOFT = 72


def escaped(text: str) -> str:
    """A text value of iCalendar or vCard."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(",", "\\,").replace(";", "\\;")


def folded(line: str) -> list[str]:
    """The line cut at 75 bytes, never within a letter; each next part begins with a space."""
    parts, part, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _FOLD:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += width
    return [*parts, part]


def quoted(start: str, text: str) -> list[str]:
    """Quoted-printable in UTF-8 after `start`, with soft breaks; line breaks in the text become `=0D=0A`."""
    lines, line = [], start
    for char in text.replace("\n", "\r\n"):
        code = char if _is_plain(char) else "".join(f"={byte:02X}" for byte in char.encode())
        if len(line) + len(code) > _SOFT and line != start:
            lines.append(f"{line}=")
            line = ""
        line += code
    return [*lines, line]


def header_words(text: str) -> str:
    """A mail header's text: as it is if ASCII, else encoded words (RFC 2047) on folded lines."""
    if text.isascii():
        return text
    words, chunk = [], ""
    for char in text:
        if len((chunk + char).encode()) > 39:
            words.append(chunk)
            chunk = ""
        chunk += char
    return "\r\n ".join(f"=?UTF-8?B?{b64encode(word.encode()).decode()}?=" for word in [*words, chunk])


def _is_plain(char: str) -> bool:
    return char.isascii() and char.isprintable() and char != "="
