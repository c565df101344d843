"""How to find or reach somebody: addresses, numbers, messengers, profiles and pages."""

import re
from collections.abc import Iterator

from rapport.formats.facts import Handle
from rapport.formats.handles import email_handle, link_handle, phone_handle, web_url
from rapport.kit.contentlines.line import Line
from rapport.readers.sources.vcards.sheet import Sheet, word

_MESSENGER = re.compile(
    r"X-(?:(?:KADDRESSBOOK|EVOLUTION|GOOGLE|MS|MOZILLA)-)?"
    r"(AIM|ICQ|JABBER|XMPP|MSN|YAHOO|SKYPE|GTALK|GOOGLE-TALK|QQ|GADUGADU|GROUPWISE|IMADDRESS|TWITTER|MATRIX|SIP)"
    r"(?:-USERNAME|-ID)?"
)
_PLATFORMS = {
    "jabber": "xmpp", "google-talk": "gtalk", "imaddress": "im", "twitter": "x", "ymsgr": "yahoo", "msnim": "msn",
    "googletalk": "gtalk", "fb": "facebook", "fediverse": "mastodon", "activitypub": "mastodon",
}  # fmt: skip
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9.+-]{1,30}):(?://)?(.+)", re.DOTALL)
_TOKEN = re.compile(r"[a-z0-9][a-z0-9.+-]{0,23}")
_NO_LINK = "link that is not a web address"


def ways(sheet: Sheet) -> tuple[Handle, ...]:
    """All handles of the card, each once, in file order by kind."""
    found: dict[tuple[str, str], Handle] = {}
    for handle in _all(sheet):
        found.setdefault((handle.platform, handle.handle.casefold()), handle)
    return tuple(found.values())


def _all(sheet: Sheet) -> Iterator[Handle]:
    for names, reader in (
        (("EMAIL",), _email),
        (("TEL", "X-MS-TEL"), _phone),
        (("URL", "X-EVOLUTION-BLOG-URL"), _page),
        (("IMPP",), _messenger),
        (("SOCIALPROFILE", "X-SOCIALPROFILE"), _profile),
    ):
        for line in sheet.take(*names):
            if line.text and (handle := reader(sheet, line)):
                yield handle
    for line in sheet.take_like(_MESSENGER):
        found = _MESSENGER.fullmatch(line.name)
        if line.text and found:
            platform = found[1].casefold()
            yield Handle(_PLATFORMS.get(platform, platform), word(line.text), context=sheet.context(line))


def _email(sheet: Sheet, line: Line) -> Handle | None:
    handle = email_handle(line.text, sheet.context(line))
    if handle is None:
        sheet.leave(line)
    return handle


def _phone(sheet: Sheet, line: Line) -> Handle | None:
    """A number; where its country is not known it stays as written. Words in its place are kept as they came."""
    text, types, context = line.text.removeprefix("tel:"), line.types(), sheet.context(line)
    handle = phone_handle(text, sheet.region, context)
    if handle is None and sum(map(str.isdecimal, text)) >= 3:
        handle = Handle("phone", word(text, 40), context=context)
    if handle is None:
        sheet.leave(line)
    elif "fax" in types or "homefax" in types or "workfax" in types:
        return Handle("fax", handle.handle, context=handle.context)
    return handle


def _page(sheet: Sheet, line: Line) -> Handle | None:
    handle = link_handle(line.text, sheet.context(line))
    if handle is None:
        sheet.skip(_NO_LINK)
    return handle


def _messenger(sheet: Sheet, line: Line) -> Handle | None:
    """`xmpp:ann@town.example`; the service named beside it wins over the scheme."""
    found = _SCHEME.fullmatch(line.text)
    scheme, name = (found[1].casefold(), found[2]) if found else ("", line.text)
    if scheme in {"http", "https"}:
        return _page(sheet, line)
    if scheme in {"javascript", "data", "file", "vbscript"}:
        sheet.skip(_NO_LINK)
        return None
    service = _service(line) or scheme
    return Handle(_PLATFORMS.get(service, service) or "im", word(name), context=sheet.context(line))


def _profile(sheet: Sheet, line: Line) -> Handle | None:
    context = sheet.label(line)
    service = _service(line)
    platform = _PLATFORMS.get(service, service)
    username = word(line.param("USERNAME") or line.param("X-USER"))
    is_text = line.param("VALUE").casefold() == "text" or ":" not in line.text
    found = None if is_text else link_handle(line.text, context)
    if found and (found.platform == platform or not (platform and username)):
        return found
    name = username or (word(line.text) if is_text else word(line.text.rpartition(":")[2]))
    url = "" if is_text else web_url(line.text)
    if not name or not (is_text or url or line.text.casefold().startswith("x-apple:")):
        sheet.skip(_NO_LINK)
        return None
    return Handle(platform or "web", name, url, context)


def _service(line: Line) -> str:
    named = line.param("SERVICE-TYPE") or line.param("X-SERVICE-TYPE")
    word_for_it = named or (line.param("TYPE") if line.name == "X-SOCIALPROFILE" else "")
    token = word_for_it.casefold().replace(" ", "-")
    return token if _TOKEN.fullmatch(token) else ""
