"""Faces in lists: whose photo whom is shown, in one question for a list, and who is refused the picture."""

import io

import pytest
from django.test import Client
from PIL import Image

import cast
from kit.pictures.drawing import picture
from profiles.showing import browser, connect, looking, words
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.faces import faces_of, show_faces
from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.profiles.models import Portrait
from rapport.profiles.portrait import portray

pytestmark = pytest.mark.django_db
SEEN = {"stranger": 1, "connected": 2, "near": 3, "self": 4}


def with_photo(member: Member, audience: int = Audience.MEMBERS) -> str:
    """The address of the small photo of somebody who has one now; drawn without a process of its own."""
    Portrait.objects.create(member=member, picture=b"large", small=b"small", mark="abc", audience=audience)
    return f"{member.path}face/?abc"


@pytest.mark.parametrize("who", SEEN)
@pytest.mark.parametrize("audience", [1, 2, 3])
def test_a_face_is_shown_and_handed_out_to_its_audience_alone(who: str, audience: int) -> None:
    bo = cast.bo()
    address = with_photo(bo, audience)
    client = looking(bo, who)
    viewer = bo if who == "self" else Member.objects.get(handle="ann")
    may = audience <= SEEN[who]
    assert faces_of(viewer, [bo.pk]) == ({bo.pk: address} if may else {})
    assert client.get(address).status_code == (200 if may else 404)


def test_nobody_signed_in_is_handed_a_face() -> None:
    assert browser(None).get(with_photo(cast.bo(), Audience.EVERYONE)).status_code == 404


def test_a_block_and_a_suspension_hide_it_and_look_like_nobody() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    at_bo, at_cy = with_photo(bo), with_photo(cy)
    block(by=bo, other=ann, now=cast.MORNING)
    cy.account.is_active = False
    cy.account.save()
    assert [browser(ann).get(where).status_code for where in (at_bo, at_cy, "/members/x/face/")] == [404] * 3


def test_the_reader_s_own_browser_keeps_it_for_a_day_and_nobody_between() -> None:
    address = with_photo(cast.bo())
    client = browser(cast.ann())
    answer = client.get(address)
    assert answer["Cache-Control"] == "private, max-age=86400"
    assert "Cookie" in answer["Vary"]
    assert (answer["Content-Type"], answer.content) == ("image/jpeg", b"small")
    assert client.get(address, HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304


def test_who_lost_the_right_gets_no_304_either() -> None:
    bo = cast.bo()
    address = with_photo(bo)
    client = browser(cast.ann())
    mark = client.get(address)["ETag"]
    Portrait.objects.update(audience=Audience.LIVING_ROOM)
    assert client.get(address, HTTP_IF_NONE_MATCH=mark).status_code == 404


def test_a_photo_is_kept_in_the_size_of_a_row_as_well() -> None:
    ann = cast.ann()
    portray(member=ann, file=io.BytesIO(picture("JPEG")), audience=Audience.MEMBERS)
    kept = Portrait.objects.get()
    assert max(Image.open(io.BytesIO(kept.small)).size) <= 96
    assert len(kept.small) < len(kept.picture)


def test_one_kept_before_there_were_small_ones_is_handed_out_whole() -> None:
    bo = cast.bo()
    Portrait.objects.create(member=bo, picture=b"large", mark="abc")
    assert browser(cast.ann()).get(f"{bo.path}face/").content == b"large"


def test_a_list_asks_once_for_all_its_faces(django_assert_num_queries) -> None:
    ann = cast.ann()
    others = [cast.member(f"m{n}", f"M {n}") for n in range(9)]
    for one in others:
        with_photo(one)
    with django_assert_num_queries(1):
        show_faces(ann, [*others, None])
    assert others[0].photo == "/members/m0/face/?abc"
    with django_assert_num_queries(0):
        show_faces(ann, [])
        show_faces(None, others)
    assert others[0].photo == ""


def rows(client: Client, path: str) -> str:
    return words(client.get(path)).partition("<main")[2]


def test_lists_show_the_face_where_it_may_be_seen_and_initials_elsewhere() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    seen, hidden = with_photo(bo), with_photo(cy, Audience.LIVING_ROOM)
    for one in (bo, cy):
        connect(ann, one)
        Follow.objects.create(by=ann, other=one)
    for path in ("/connections/", "/connections/follows/"):
        page = rows(browser(ann), path)
        assert f'<img src="{seen}" alt="" loading="lazy" width="80" height="80">' in page
        assert hidden not in page
        assert ">CP<" in page
