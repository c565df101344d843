"""Names, addresses and dates out of headers as the world writes them."""

import pytest

from rapport.formats.facts import When
from rapport.readers.sources.mbox.headers import Headers, sent_at
from readers.sources.mbox.letters import NOW


def boxes(value: str | bytes) -> list[tuple[str, str]]:
    raw = value if isinstance(value, bytes) else value.encode()
    return [(box.name, box.address) for box in Headers(b"To: " + raw + b"\n").mailboxes("to")]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("=?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?= <p@x.example>", "Patrik Fältström"),
        ("=?UTF-8?B?w5h5c3RlaW4gQnLDpXRlbg==?= <p@x.example>", "Øystein Bråten"),
        ("=?utf-8?Q?=C3=98ystein?=\n =?utf-8?Q?_Br=C3=A5ten?= <p@x.example>", "Øystein Bråten"),
        ('"=?UTF-8?Q?M=C3=BCller=2C_Ann?=" <p@x.example>', "Müller, Ann"),
        ("=?no-such-charset?Q?B=F6?= <p@x.example>", "Bö"),
        ("=?utf-8?B?broken!!?= <p@x.example>", "=?utf-8?B?broken!!?="),
        ("=?utf-8?Q?=00B=E2=80=AEo?= <p@x.example>", "Bo"),
        ("'Bo Lindqvist' <p@x.example>", "Bo Lindqvist"),
        ("p@x.example (Bo Lindqvist)", "Bo Lindqvist"),
        ("p@x.example <p@x.example>", ""),
        ("Øystein <p@x.example>", "Øystein"),
    ],
)
def test_names_are_decoded(value, name):
    assert boxes(value) == [(name, "p@x.example")]


def test_a_name_in_stray_latin_bytes_is_mended():
    assert boxes(b"Bj\xf6rn <b@x.example>") == [("Björn", "b@x.example")]


def test_groups_and_lists_come_apart_and_repeats_come_once():
    value = '"Colleagues": "James S" <j@x.example>; Friends: jane@x.example, J@X.example, "Li, Bo" <b@Y.Example>'
    assert boxes(value) == [("James S", "j@x.example"), ("", "jane@x.example"), ("Li, Bo", "b@y.example")]


def test_an_address_in_encoded_words_is_found():
    assert boxes("=?utf-8?Q?other=40x.example?=") == [("", "other@x.example")]


@pytest.mark.parametrize("value", ["", "undisclosed-recipients:;", "Bo", "@x.example", "a@", "<>", "a@b@c", "a b@c d"])
def test_what_is_no_address_is_passed_over(value):
    assert boxes(value) == []


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("Mon, 06 Jan 2020 04:49:45 +0000", When("2020-01-06T04:49:45+00:00", "second", "utc")),
        ("Mon, 6 Jan 2020 05:49:45 +0100 (CET)", When("2020-01-06T05:49:45+01:00", "second", "offset")),
        ("6 Jan 2020 04:49:45 GMT", When("2020-01-06T04:49:45+00:00", "second", "utc")),
        ("Mon, 06 Jan 2020 04:49:45 -0000", When("2020-01-06T04:49:45+00:00", "second", "utc")),
        ("Mon, 06 Jan 2020 04:49:45", When("2020-01-06T04:49:45", "second", "floating")),
        ("Mon, 06 Jan 2020 04:49 EST", When("2020-01-06T04:49:00-05:00", "second", "offset")),
    ],
)
def test_dates_keep_their_zone(date, when):
    assert sent_at(Headers(f"Date: {date}".encode()), b"", NOW) == (when, "")


@pytest.mark.parametrize(
    ("date", "wrong"),
    [
        ("yesterday", "date not understood"),
        ("Mon, 32 Jan 2020 04:49:45 +0000", "date not understood"),
        ("Mon, 06 Jan 2020 04:49:45 +9999", "date not understood"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", "date out of range"),
        ("Mon, 06 Jan 2031 04:49:45 +0000", "date out of range"),
    ],
)
def test_a_wrong_date_is_told_and_the_envelope_asked(date, wrong):
    envelope = b"From 15@xxx Mon Jan 06 04:49:45 +0000 2020\nDate: x"
    told = When("2020-01-06T04:49:45+00:00", "second", "utc")
    assert sent_at(Headers(f"Date: {date}".encode()), envelope, NOW) == (told, wrong)


def test_without_any_date_it_is_unknown():
    assert sent_at(Headers(b""), b"", NOW) == (When("", "unknown"), "")


def test_the_one_moment_that_git_writes_everywhere_is_none():
    assert sent_at(Headers(b""), b"From nobody Mon Sep 17 00:00:00 2001\nFrom: x", NOW)[0].text == ""


def test_endless_groups_are_borne():
    assert boxes("a:" * 5000 + "bo@x.example") == [("", "bo@x.example")]


def test_a_header_of_megabytes_is_cut():
    many = ", ".join(f"a{n}@x.example" for n in range(20_000))
    assert 50 < len(Headers(f"To: {many}".encode()).mailboxes("to")) < 20_000
