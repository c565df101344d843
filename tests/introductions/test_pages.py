from urllib.parse import unquote

import pytest
from django.test import Client

import cast
from introductions.knowing import two
from rapport.introductions.models import Acquaintance, Introduction
from rapport.people import keys
from rapport.people.models import Identity, Interest, Person

pytestmark = pytest.mark.django_db


def signed_in(member: cast.Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client


def test_the_list_shows_the_pair_with_its_evidence() -> None:
    ann, *_ = two()
    page = signed_in(ann).get("/introductions/").content.decode()
    assert "Both care for butterflies." in page
    assert page.count("your note of 2016") == 2


def test_one_press_asks_the_first_and_opens_the_mail() -> None:
    ann, bo, brigid = two()
    Interest.objects.filter(person=brigid).update(is_confided=True)
    Identity.objects.create(
        book=brigid.book, person=brigid, key=keys.identity("email", "brigid@x.example"), platform="email",
        handle="brigid@x.example",
    )  # fmt: skip
    client = signed_in(ann)
    page = client.post(f"/introductions/{bo.number}/and/{brigid.number}/", follow=True)
    asked = Introduction.objects.get()
    assert (asked.first, asked.state) == (brigid, "first_asked")
    assert unquote(page.headers["Refresh"]).startswith("0; url=mailto:brigid@x.example?subject=May I introduce you?")
    assert "Refresh" not in client.get(asked.path).headers


def test_looking_at_an_idea_writes_nothing() -> None:
    ann, bo, brigid = two()
    page = signed_in(ann).get(f"/introductions/{bo.number}/and/{brigid.number}/")
    assert "Nobody has been asked yet." in page.content.decode()
    assert not Introduction.objects.exists()


def test_the_whole_way_by_hand() -> None:
    ann, bo, brigid = two()
    client = signed_in(ann)
    client.post(f"/introductions/{bo.number}/and/{brigid.number}/", {"by_hand": "1"})
    path = Introduction.objects.get().path
    for step in ("first_agreed", "second_asked", "agreed", "made"):
        client.post(f"{path}step/", {"to": step, "by_hand": "1"})
    assert b">They are in touch<" in client.get(path).content
    client.post(f"{path}outcome/", {"outcome": "They met."})
    assert b"They are in touch" not in client.get(path).content, "it was said in other words"
    assert (Introduction.objects.get().state, Introduction.objects.get().outcome) == ("made", "They met.")
    assert "They met." in client.get("/introductions/").content.decode()


def test_a_second_window_cannot_skip_a_step() -> None:
    ann, bo, brigid = two()
    client = signed_in(ann)
    client.post(f"/introductions/{bo.number}/and/{brigid.number}/", {"by_hand": "1"})
    page = client.post(f"{Introduction.objects.get().path}step/", {"to": "made"}, follow=True)
    assert "where it stands now" in page.content.decode()
    assert Introduction.objects.get().state == "first_asked"


def test_others_see_nothing_of_it() -> None:
    ann, bo, brigid = two()
    signed_in(ann).post(f"/introductions/{bo.number}/and/{brigid.number}/", {"by_hand": "1"})
    mo = signed_in(cast.mo())
    assert mo.get("/introductions/1/").status_code == 404
    assert mo.post("/introductions/1/step/", {"to": "first_agreed"}).status_code == 404
    assert "Brigid" not in mo.get("/introductions/").content.decode()


def test_saying_on_a_person_s_page_whom_they_know() -> None:
    ann, bo, _ = two()
    dee = Person.objects.get(name="Dee Ngata")
    client = signed_in(ann)
    client.post(f"{bo.path}knows/", {"name": " dee  NGATA "})
    assert Acquaintance.objects.count() == 1
    assert f"{bo.path}knows/{dee.number}/remove/" in client.get(bo.path).content.decode()
    client.post(f"{bo.path}knows/{dee.number}/remove/")
    client.post(f"{bo.path}knows/", {"name": "Nobody Known"})
    assert not Acquaintance.objects.exists()


def test_a_person_s_page_says_to_whom_one_could_introduce_them() -> None:
    ann, bo, brigid = two()
    client = signed_in(ann)
    assert f'<a href="{bo.path}introduce/">' in client.get(bo.path).content.decode()
    for headers in ({}, {"HX-Request": "true"}):
        page = client.get(f"{bo.path}introduce/", headers=headers).content.decode()
        assert f"/introductions/{bo.number}/and/{brigid.number}/" in page
    assert signed_in(cast.mo()).get(f"{bo.path}introduce/").status_code == 404


def test_nobody_to_introduce_leaves_the_page_as_it_is() -> None:
    ann = cast.ann()
    cy = cast.known(ann, "Cy Park")
    assert signed_in(ann).get(f"{cy.path}introduce/", headers={"HX-Request": "true"}).content == b""
    assert "Nobody just now" in signed_in(ann).get(f"{cy.path}introduce/").content.decode()
