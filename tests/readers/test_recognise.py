"""Each file goes to the first reader that takes it; the rest is named for what it seems to be."""

import io
import zipfile

import pytest

from formats.mutations import dropped
from rapport.formats.facts import UnknownFact
from rapport.formats.files import Refused
from rapport.readers.recognise import recognise
from rapport.readers.source import Source


def source(kind: str, ending: str) -> Source:
    def takes(found):
        return [member for member in found.members if member.name.endswith(ending)]

    return Source(kind, kind.title(), takes, lambda members, choices: iter(()))


def refusing(sentence: str) -> Source:
    def takes(found):
        raise Refused(sentence)

    return Source("html", "HTML", takes, lambda members, choices: iter(()))


def office() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return raw.getvalue()


def test_a_file_goes_to_the_first_that_takes_it():
    found = recognise(dropped({"a.csv": "x", "b.ics": "x"}), [source("linkedin", "a.csv"), source("table", ".csv")])
    assert [(each.source.kind, [member.path for member in each.members]) for each in found.readings] == [
        ("linkedin", ["a.csv"])
    ]
    assert [member.path for member in found.left] == ["b.ics"]


def test_a_later_reader_sees_only_what_is_left():
    seen = []

    def takes(found):
        seen.extend(member.path for member in found.members)
        return []

    late = Source("late", "Late", takes, lambda members, choices: iter(()))
    recognise(dropped({"a.csv": "x", "b.ics": "x"}), [source("table", ".csv"), late])
    assert seen == ["b.ics"]


def test_files_nobody_takes_are_named_beside_those_taken():
    found = recognise(dropped({"a.csv": "x", "p.pdf": "%PDF-1.7", "q": "x"}), [source("table", ".csv")])
    assert list(found.unknown()) == [
        UnknownFact("p.pdf", "a PDF document; ask the platform for its data export instead"),
        UnknownFact("q", "nothing that Rapport knows"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.zip", "<!DOCTYPE html><title>Sign in</title>", "a sign-in page"),
        ("a.html", "<html><body class='_a6-p'>", "HTML form of a Facebook or Instagram export"),
        ("a.html", "<html>hello</html>", "a web page"),
        ("a.mbox", "Subject: x\n\nbody", "no 'From ' line"),
        ("a.pst", b"!BDN\x00", "Outlook data file"),
        ("a.json", ' {"a": 1}', "JSON of a kind"),
        ("a.db", b"SQLite format 3\x00", "database of an app"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "old Office file"),
        ("a.xlsx", office(), "Office document"),
        ("a.crypt15", b"\x01\x02", "encrypted WhatsApp backup"),
        ("a.bin", b"\x01\x00\x02", "not text"),
        ("a.txt", "hello", "nothing that Rapport knows"),
    ],
)
def test_a_refusal_says_what_it_seems_to_be_and_what_is_read(name, content, words):
    with pytest.raises(Refused, match=words) as refused:
        recognise(dropped({name: content}), [])
    assert "Rapport reads archives of LinkedIn" in str(refused.value)


def test_a_reader_may_say_itself_why_it_does_not_read():
    with pytest.raises(Refused, match="ask Facebook for JSON"):
        recognise(dropped({"a.html": "x"}), [refusing("This is the HTML form; ask Facebook for JSON.")])


def test_that_does_not_keep_others_from_reading():
    found = recognise(dropped({"a.csv": "x"}), [refusing("No."), source("table", ".csv")])
    assert len(found.readings) == 1


def test_many_unknown_files_are_one_sentence():
    files = {f"f{n:05}.txt": "" for n in range(300)}
    with pytest.raises(Refused, match="none of these 300 files"):
        recognise(dropped(files), [source("table", ".csv")])
