"""What RFC 4287 and RFC 4685 ask of a feed, checked on the XML."""

import re
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
THREADS = "{http://purl.org/syndication/thread/1.0}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
ONCE = ("id", "title", "updated")


def feed_of(body: bytes) -> ET.Element:
    """The feed, if it is valid."""
    feed = ET.fromstring(body)  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    _has_what_is_due(feed)
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") == 1
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        _has_what_is_due(entry)
        assert entry.find(f"{ATOM}author/{ATOM}name") is not None
        assert (entry.findtext(f"{ATOM}author/{ATOM}name") or "").strip()
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") in ("html", "text")
        for answer in entry.findall(f"{THREADS}in-reply-to"):
            assert (answer.get("ref") or "").startswith("http")
    idents = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(idents)) == len(idents)
    return feed


def _has_what_is_due(element: ET.Element) -> None:
    for name in ONCE:
        assert len(element.findall(f"{ATOM}{name}")) == 1, name
    assert (element.findtext(f"{ATOM}id") or "").startswith("http")
    for name in ("updated", "published"):
        for moment in element.findall(f"{ATOM}{name}"):
            assert MOMENT.fullmatch(moment.text or ""), moment.text
    alternates = [(link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link[@rel='alternate']")]
    assert len(set(alternates)) == len(alternates)
    assert all(link.get("href", "").startswith("http") for link in element.findall(f"{ATOM}link"))
