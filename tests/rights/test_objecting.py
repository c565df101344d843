"""Somebody from outside asks not to be kept: imports leave them out, their owners are told, and nobody else learns."""

import re

import pytest
from django.test import Client

import cast
from people.pages import as_member, words
from rapport.hosting.models import AuditLine
from rapport.members.models import Member
from rapport.people.claims import say
from rapport.people.keys import identity
from rapport.people.models import Book, Identity, Person
from rapport.rights.erase import erase
from rapport.rights.models import Objected, Objection
from rapport.rights.objecting import key_of, object_to, withdraw
from rapport.rights.suppress import Suppressed

pytestmark = pytest.mark.django_db
MAIL = identity("email", "rana@x.example")
PATH = "/host/objections/"


def known(owner: Member, mail: str = "rana@x.example") -> Person:
    rana = cast.known(owner, "Rana Haddad")
    say(Identity, person=rana, key=identity("email", mail), now=cast.MORNING, platform="email", handle=mail)
    return rana


def is_left_out(book: Book) -> bool:
    return bool(Suppressed(book).why(identities=[MAIL], name="Rana Haddad"))


@pytest.fixture
def mo() -> Client:
    return as_member(cast.mo())


def test_who_objects_is_left_out_of_every_book_by_whatever_spelling(mo: Client) -> None:
    ann, bo = Book.of(cast.ann()), Book.of(cast.bo())
    assert not is_left_out(ann)
    assert "No import brings them in" in words(mo.post(PATH, {"address": " Rana@X.example "}, follow=True))
    assert is_left_out(ann)
    assert is_left_out(bo)


def test_the_host_reads_the_same_whoever_holds_them(mo: Client) -> None:
    known(cast.ann())
    held, unknown = (
        re.sub(r'value="\w{64}"', "", words(mo.post(PATH, {"address": f"{who}@x.example"}, follow=True)))
        for who in ("rana", "nobody")
    )
    assert held.replace("1 address is", "2 addresses are") == unknown
    assert not Objection.objects.filter(digest__contains="rana").exists()
    assert [line.why for line in AuditLine.objects.filter(act="objection")] == ["", ""]


def test_who_holds_them_is_told_and_nobody_else(mo: Client) -> None:
    rana = known(cast.ann())
    bo = known(cast.bo(), "another@x.example").book.owner
    mo.post(PATH, {"address": "rana@x.example"})
    ann = as_member(rana.book.owner)
    assert "Asked not to be kept" in words(ann.get("/"))
    assert "wishes not to be kept in this place" in words(ann.get(f"{rana.path}about/"))
    assert "Asked not to be kept" not in words(as_member(bo).get("/"))
    assert "Rana" not in words(mo.get("/"))


def test_erased_by_their_wish_they_stay_away(mo: Client) -> None:
    rana = known(cast.ann())
    object_to(key=MAIL, now=cast.MORNING)
    assert not is_left_out(rana.book), "as long as their owner has not said"
    erase(rana.book, [rana], suppressed=False, now=cast.MORNING)
    assert is_left_out(rana.book)
    assert not Objected.objects.exists()


def test_kept_all_the_same_they_are_not_asked_about_again(mo: Client) -> None:
    rana = known(cast.ann())
    object_to(key=MAIL, now=cast.MORNING)
    ann = as_member(rana.book.owner)
    ann.post(f"{rana.path}objection/")
    assert "Asked not to be kept" not in words(ann.get("/"))
    assert not is_left_out(rana.book)


def test_who_changes_their_mind_may_be_brought_in_again(mo: Client) -> None:
    rana = known(cast.ann())
    mo.post(PATH, {"address": "rana@x.example"})
    mo.post(PATH, {"address": "rana@x.example", "answer": "withdraw"})
    assert not is_left_out(Book.of(cast.bo()))
    assert "Asked not to be kept" not in words(as_member(rana.book.owner).get("/"))
    withdraw(key=identity("email", "never@x.example"))


def test_who_was_merged_into_another_is_found_by_any_address() -> None:
    kept = known(cast.ann(), "other@x.example")
    gone = cast.known_in(kept.book, "R. Haddad")
    say(Identity, person=gone, key=MAIL, now=cast.MORNING, platform="email", handle="rana@x.example")
    Person.objects.filter(pk=gone.pk).update(merged_into=kept)
    object_to(key=MAIL, now=cast.MORNING)
    assert Objected.objects.get().person == kept


@pytest.mark.parametrize("typed", ["", "Rana Haddad", "12", "x" * 5000, "@"])
def test_what_is_no_address_is_refused(mo: Client, typed: str) -> None:
    assert mo.post(PATH, {"address": typed}).status_code == 422
    assert not Objection.objects.exists()


@pytest.mark.parametrize("typed", ["+44 1174 960001", "https://www.linkedin.com/in/rana-haddad", "rana@x.example"])
def test_numbers_and_profiles_are_addresses_too(typed: str) -> None:
    assert key_of(typed, "GB")
