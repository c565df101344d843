"""Mailboxes as Takeout packs them."""

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import cache
from pathlib import Path

import pytest

from rapport.town import Town, truth_of

NAME = "All mail Including Spam and Trash.mbox"
OWNERS = ["ann", "mo", "rana", "priya"]


@cache
def letters(archives: Path, owner: str) -> list[Message]:
    content = (archives / owner / NAME).read_bytes()
    parts = re.split(rb"(?:\A|(?<=\r\n\r\n))From \d+@xxx [^\r]+\r\n", content)
    return [message_from_bytes(part) for part in parts[1:]]


@pytest.mark.parametrize("owner", OWNERS)
def test_a_mailbox_holds_the_mails_and_the_dirt(port_amaranth: Town, archives: Path, owner: str) -> None:
    found = truth_of(port_amaranth, owner)
    dirt = sum(port_amaranth.dirt.get(f"{owner}/{NAME}", {}).values())
    assert len(letters(archives, owner)) == found.interactions["mail"] + dirt


def test_every_correspondent_wrote_and_was_written_to(port_amaranth: Town, archives: Path) -> None:
    mine = {"ann@okaforcoaching.example"}
    wrote, written_to = set(), set()
    for letter in letters(archives, "ann"):
        sender = {address for _, address in getaddresses([letter.get("From", "")])}
        if sender <= mine:
            written_to |= {address for _, address in getaddresses([letter["To"]])}
        else:
            wrote |= sender
    entries = {entry.key for entry in port_amaranth.entries if (entry.owner, entry.source) == ("ann", "mail")}
    assert entries == wrote & written_to


def test_a_mail_between_two_owners_has_one_instant_and_one_key(archives: Path) -> None:
    anns = {letter["Message-ID"]: letter for letter in letters(archives, "ann")}
    ranas = {letter["Message-ID"]: letter for letter in letters(archives, "rana")}
    both = anns.keys() & ranas.keys()
    assert len(both) > 20
    assert all(_at(anns[key]) == _at(ranas[key]) for key in both)


def _at(letter: Message) -> object:
    return parsedate_to_datetime(letter["Date"])


def test_answers_come_after_what_they_answer(archives: Path) -> None:
    seen: set[str] = set()
    for letter in letters(archives, "priya"):
        assert letter["In-Reply-To"] is None or letter["In-Reply-To"] in seen
        seen.add(letter["Message-ID"])


def test_foreign_letters_can_be_read_back(archives: Path) -> None:
    subjects = {str(make_header(decode_header(letter["Subject"]))) for letter in letters(archives, "ann")}
    assert any("Встреча на неделе" in subject for subject in subjects)
    assert any("下週見面" in subject for subject in subjects)
