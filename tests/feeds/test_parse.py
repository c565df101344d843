"""RSS, Atom and JSON Feed of all ages become plain entries; what is made to do harm is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.feeds.reading.confined import read
from rapport.feeds.reading.parse import MOST_ENTRIES, MOST_TAGS, Item, NoFeedError, parse

RSS = b"""<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Bo\xe8s boats</title>
<item><title>A &lt;b&gt;keel&lt;/b&gt;</title><link>https://bo.example/keel</link><guid>k1</guid>
<pubDate>Thu, 19 Nov 2026 07:40:00 GMT</pubDate></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Boats</title><entry><id>urn:1</id><title>Keel</title>
<link rel="self" href="https://bo.example/self"/><link href="https://bo.example/keel"/>
<updated>2026-11-19T07:40:00Z</updated><source><title>Not this</title></source></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Boats</title></channel><item><title>Keel</title>
<link>https://bo.example/keel</link><dc:date>2026-11-19T08:40:00+01:00</dc:date></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Boats",
        "items": [
            {"id": "1", "url": "https://bo.example/keel", "title": "Keel", "date_published": "2026-11-19T07:40:00Z"}
        ],
    }
).encode()
AT = "2026-11-19T07:40:00+00:00"


@pytest.mark.parametrize("body", [RSS, ATOM, RDF, JSON], ids=["rss", "atom", "rdf", "json"])
def test_every_kind_is_read(body: bytes) -> None:
    found = parse(body).items
    assert [(one.href, one.at) for one in found] == [("https://bo.example/keel", AT)]
    assert found[0].title.lower().endswith("keel")


def test_tags_and_the_beginning_come_along_as_plain_words() -> None:
    rss = b"""<rss><channel><item><link>https://x.example/1</link><category>Event Profs</category><category>pricing
    </category><description>&lt;style&gt;p{}&lt;/style&gt;&lt;p&gt;A &lt;b&gt;price&lt;/b&gt;.&lt;p&gt;Say it
    &lt;script&gt;alert(1)&lt;/script&gt;</description></item></channel></rss>"""
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://x.example/1</id><category term="pricing"/>
    <summary>A price.</summary></entry></feed>"""
    told = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"url": "https://x.example/1",
        "tags": ["pricing", 5, {}], "content_html": "<i>A price.</i>"}]}).encode()  # fmt: skip
    one, two, three = (parse(body).items[0] for body in (rss, atom, told))
    assert (one.lead, one.tags) == ("A price. Say it", ("Event Profs", "pricing"))
    assert (two.lead, two.tags) == ("A price.", ("pricing",))
    assert (three.lead, three.tags[0]) == ("A price.", "pricing")


def test_a_flood_of_tags_is_cut() -> None:
    tags = b"".join(b"<category>%d</category>" % n for n in range(5000)) + b"<category>" + b"a" * 9000 + b"</category>"
    body = b"<rss><channel><item><link>https://x.example/1</link>" + tags + b"</item></channel></rss>"
    assert len(parse(body).items[0].tags) == MOST_TAGS


def test_a_page_names_its_feed() -> None:
    page = b"<!DOCTYPE html><head><link rel=alternate type='application/rss+xml' href='/feed'></head>"
    assert parse(page).feed_at == "/feed"


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>'


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", b"<rss", b"<html></html>", b"{}", b"[1]", b'{"version": 1}', BOMB, OUTSIDE, b"<a>" * 10_000]
    + [b"{" * 100_000, b"\x00" * 100, b"<rss>" + b"<item>" * 1000],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(NoFeedError):
        parse(body)


def test_of_a_flood_the_first_are_kept() -> None:
    items = b"".join(b"<item><link>https://x.example/%d</link></item>" % n for n in range(5000))
    assert len(parse(b"<rss><channel>" + items + b"</channel></rss>").items) == MOST_ENTRIES


def test_links_that_run_are_none() -> None:
    item = b"<item><title>x</title><link>javascript:alert(1)</link></item>"
    assert parse(b"<rss><channel>" + item + b"</channel></rss>").items == []


@given(st.binary(max_size=300))
def test_whatever_comes_it_is_read_or_refused(noise: bytes) -> None:
    for body in (noise, RSS[:150] + noise + RSS[150:], JSON[:40] + noise + JSON[40:]):
        try:
            parse(body)
        except NoFeedError:
            continue


def test_it_is_read_in_a_process_of_its_own() -> None:
    assert read(ATOM).items == [Item("urn:1", "Keel", "https://bo.example/keel", AT)]
    with pytest.raises(NoFeedError):
        read(BOMB)
