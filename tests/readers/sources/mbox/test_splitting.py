"""A mailbox comes apart at its envelopes and nowhere else, in flat memory, from any of its mails on."""

import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.readers.sources.mbox import splitting
from rapport.readers.sources.mbox.splitting import CHUNK, MOST_BODY, MOST_HEADERS, split
from readers.sources.mbox.letters import ENVELOPE, letter, mailbox


def subjects(raw: bytes, begin: int = 0) -> list[bytes]:
    return [piece.headers.partition(b"Subject: ")[2].split()[0] for piece in split(io.BytesIO(raw), begin)]


THREE = mailbox(*(letter(Subject=str(n)) for n in range(3)))


@pytest.mark.parametrize(
    "envelope",
    [
        ENVELOPE,
        "From bo@harbour.example Mon Jan  6 04:49:45 2020",
        "From - Mon Jan 06 04:49:45 2020",
        "From bo Mon Jan  6 04:49 EST 2020",
        "From bo@harbour.example Mon, Jan 6 4:49:45 2020 +0100",
        "From MAILER DAEMON Mon Jan  6 04:49:45 2020",
    ],
)
def test_envelopes_of_many_programs_open_a_mail(envelope):
    raw = mailbox(letter(Subject="0"), letter(Subject="1"), envelope=envelope)
    assert subjects(raw) == [b"0", b"1"]


@pytest.mark.parametrize(
    "line",
    [
        "From the beginning of time",
        "From Monday on, Jan 6 is free",
        ">From bo Mon Jan 06 04:49:45 2020",
        "From bo Mon Jan 06 04:49:45 2020\nand then he wrote",
        "  From bo Mon Jan 06 04:49:45 2020",
    ],
)
def test_a_sentence_that_begins_with_from_is_text(line):
    assert subjects(mailbox(letter(f"hello\n\n{line}\nmore", Subject="0"), letter(Subject="1"))) == [b"0", b"1"]


def test_line_ends_of_windows_and_a_mark_before_the_first_mail_do_no_harm():
    assert subjects(b"\xef\xbb\xbf\r\n" + THREE.replace(b"\n", b"\r\n")) == [b"0", b"1", b"2"]


def test_reading_goes_on_at_any_mail():
    ends = [piece.end for piece in split(io.BytesIO(THREE))]
    assert [subjects(THREE, end) for end in ends] == [[b"1", b"2"], [b"2"], []]
    assert ends[-1] == len(THREE)


@given(st.integers(0, 3000), st.integers(1, 40))
def test_it_makes_no_difference_where_chunks_end(size, chunk):
    raw = mailbox(letter("x" * size, Subject="0"), letter("y" * 50, Subject="1"), letter(Subject="2"))
    before = splitting.CHUNK
    splitting.CHUNK = chunk * 97
    try:
        assert subjects(raw) == [b"0", b"1", b"2"]
    finally:
        splitting.CHUNK = before


def test_headers_and_bodies_are_cut_but_mails_are_not_lost():
    long = letter("x" * (3 * CHUNK), Subject="0", X_Long="y" * (2 * MOST_HEADERS))
    pieces = list(split(io.BytesIO(mailbox(letter("z" * (2 * CHUNK), Subject="1"), long, letter(Subject="2")))))
    assert [len(piece.raw) <= MOST_HEADERS for piece in pieces] == [True] * 3
    assert [len(piece.body) for piece in pieces] == [MOST_BODY, 0, 3]


def test_memory_stays_flat():
    raw = mailbox(*[letter("x\n" * 200_000)] * 40)
    tracemalloc.start()
    count = sum(1 for _ in split(io.BytesIO(raw)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40
    assert peak < 6 * CHUNK
