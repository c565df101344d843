"""Vouches and testimonials: the author writes, the subject shows or hides, and nobody does the other's part."""

import pytest
from django.test import Client

import cast
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.trust.known_for import skills_of, testimonials_of, waiting_for
from rapport.trust.models import Testimonial, Vouch
from rapport.trust.vouching import NotConnectedError, TooManyError, show, testify, vouch

pytestmark = pytest.mark.django_db
Members = dict[str, Member]


@pytest.fixture
def members() -> Members:
    members = cast.all_four()
    for one, other in (("ann", "bo"), ("bo", "ann")):
        Connection.objects.create(member=members[one], other=members[other])
    return members


def said(members: Members, skill: str = "Pricing advice", how: str = "She priced mine.") -> Vouch:
    return vouch(by=members["bo"], about=members["ann"], skill=skill, how=how, now=cast.MORNING)


def client(members: Members, who: str) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members[who].account)
    return client


def test_nobody_sees_it_until_the_subject_shows_it(members: Members) -> None:
    made = said(members)
    assert skills_of(members["ann"], members["cy"]) == []
    assert waiting_for(members["ann"]) == [made]
    show(made, is_shown=True)
    assert [skill.name for skill in skills_of(members["ann"], None)] == ["Pricing advice"]


def test_what_the_author_changes_waits_to_be_shown_again(members: Members) -> None:
    show(said(members), is_shown=True)
    said(members, "pricing ADVICE", "She priced mine.")
    assert len(skills_of(members["ann"], None)) == 1, "said again word for word, it stands"
    said(members, how="She prices everything.")
    assert skills_of(members["ann"], None) == []
    assert Vouch.objects.count() == 1


def test_only_those_who_are_connected_write(members: Members) -> None:
    for who in ("cy", "ann"):
        with pytest.raises(NotConnectedError):
            vouch(by=members[who], about=members["ann"], skill="x", how="y", now=cast.MORNING)


def test_one_testimonial_a_pair_and_context(members: Members) -> None:
    for text in ("Good.", "Very good."):
        testify(by=members["bo"], about=members["ann"], context="As a client", text=text, now=cast.MORNING)
    testify(by=members["bo"], about=members["ann"], context="in the chapter", text="Kind.", now=cast.MORNING)
    assert sorted(Testimonial.objects.values_list("text", flat=True)) == ["Kind.", "Very good."]


def test_a_connection_that_ended_is_marked(members: Members) -> None:
    show(said(members), is_shown=True)
    Connection.objects.all().delete()
    assert skills_of(members["ann"], None)[0].said[0][1] is False


def test_who_has_left_is_a_former_member_and_who_is_suspended_says_nothing(members: Members) -> None:
    show(said(members), is_shown=True)
    members["bo"].account.is_active = False
    members["bo"].account.save()
    assert skills_of(members["ann"], None) == []
    members["bo"].account.delete()
    assert skills_of(members["ann"], None)[0].said[0][0].by is None


def test_a_block_takes_it_from_every_page(members: Members) -> None:
    written = testify(by=members["bo"], about=members["ann"], context="x", text="Good.", now=cast.MORNING)
    show(written, is_shown=True)
    block(by=members["bo"], other=members["ann"], now=cast.MORNING)
    assert testimonials_of(members["ann"], None) == []


def test_a_day_has_room_for_twenty(members: Members) -> None:
    for number in range(20):
        said(members, f"skill {number}")
    with pytest.raises(TooManyError):
        said(members, "one more")


@pytest.mark.parametrize(
    ("who", "act"), [("cy", "showing"), ("bo", "showing"), ("ann", "retraction"), ("mo", "showing")]
)
def test_nobody_does_the_other_s_part(members: Members, who: str, act: str) -> None:
    made = said(members)
    assert client(members, who).post(f"/vouches/{made.pk}/{act}/", {"answer": "yes"}).status_code == 404
    made.refresh_from_db()
    assert made.state == "asked"


def test_a_vouch_is_written_shown_and_taken_back_by_hand(members: Members) -> None:
    ann, bo = client(members, "ann"), client(members, "bo")
    bo.post("/members/ann/vouch/", {"skill": "Pricing", "how": "She priced mine."})
    bo.post("/members/ann/testimonial/", {"context": "as a client", "text": "<script>alert(1)</script>"})
    page = ann.get("/vouches/").content.decode()
    assert "She priced mine." in page
    assert "<script>alert" not in page
    address = f"/vouches/{Vouch.objects.get().pk}"
    ann.post(f"{address}/showing/", {"answer": "yes"})
    assert Vouch.objects.get().state == "shown"
    bo.post(f"{address}/retraction/")
    assert not Vouch.objects.exists()


def test_the_author_changes_what_stands_there(members: Members) -> None:
    bo = client(members, "bo")
    bo.post("/members/ann/testimonial/", {"context": "as a client", "text": "Counts the minutes."})
    made = Testimonial.objects.get()
    assert made.change_path in bo.get("/vouches/").content.decode()
    page = bo.get(made.change_path).content.decode()
    assert "Counts the minutes." in page
    assert "waits again" in page
    assert "Counts the minutes." not in client(members, "ann").get(made.change_path).content.decode()


def test_a_stranger_is_told_why_they_cannot(members: Members) -> None:
    cy = client(members, "cy")
    assert "Only those who are connected" in cy.get("/members/ann/vouch/").content.decode()
    assert cy.post("/members/ann/vouch/", {"skill": "x", "how": "y"}).status_code == 422
    assert not Vouch.objects.exists()
