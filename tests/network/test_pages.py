"""The pages of one's network, and the buttons on them."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

import cast
from network.knitting import NOW, knit, member, settled, signed_in, three
from rapport.kit.panels import rendered
from rapport.members.blocking import block, mute
from rapport.members.models import Block, Member, Mute
from rapport.network.connect import ask, ignore
from rapport.network.models import Connection, Follow, NotThisOne, Openness, Request
from rapport.network.showing import bond

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> tuple[Member, Member, Member]:
    return three()


def read(who: Member, path: str) -> str:
    return signed_in(who).get(path).content.decode()


def press(who: Member, path: str, **words: str) -> str:
    """Press a button of the connections' page, and read what it shows then."""
    return signed_in(who).post(path, {"next": "/connections/", **words}, follow=True).content.decode()


def test_ann_asks_with_a_line_and_bo_says_yes(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    assert "Bo Lindqvist is asked." in press(ann, "/members/bo/connection/", act="ask", note="The harbour?")
    assert "The harbour?" in read(bo, "/connections/")
    assert "are connected now" in press(bo, "/members/ann/connection/", act="accept")
    assert Connection.objects.count() == 2
    assert "Ann Okafor" in read(bo, "/connections/")


def test_the_page_to_ask_from_says_whom_both_know(town: tuple[Member, Member, Member]) -> None:
    ann, bo, cy = town
    knit((ann, bo), (bo, cy))
    page = read(ann, "/members/cy/connection/")
    assert "You both know Bo Lindqvist." in page
    assert 'name="note"' in page


def test_leaving_it_is_silent(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    ask(by=ann, other=bo, now=NOW)
    before = read(ann, "/connections/")
    press(bo, "/members/ann/connection/", act="ignore")
    assert without_token(read(ann, "/connections/")) == without_token(before)
    assert "Connect after all" in read(bo, "/connections/")


def without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_request_that_is_gone_says_so(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    ask(by=ann, other=bo, now=NOW)
    press(ann, "/members/bo/connection/", act="withdraw")
    assert "no longer there" in press(bo, "/members/ann/connection/", act="accept")


def test_a_note_that_is_too_long_is_given_back(town: tuple[Member, Member, Member]) -> None:
    ann, *_ = town
    page = press(ann, "/members/bo/connection/", act="ask", note="x" * 501)
    assert "at most 500 letters" in page
    assert "x" * 501 in page
    assert not Request.objects.exists()


def test_an_unknown_act_changes_nothing(town: tuple[Member, Member, Member]) -> None:
    press(town[0], "/members/bo/connection/", act="marry")
    assert not Request.objects.exists()


def test_following_and_no_longer(town: tuple[Member, Member, Member]) -> None:
    ann, *_ = town
    press(ann, "/members/bo/follow/", act="follow")
    assert "Bo Lindqvist" in read(ann, "/connections/follows/")
    press(ann, "/members/bo/follow/", act="unfollow")
    assert not Follow.objects.exists()


def test_the_living_room_is_for_connections(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    assert "Only somebody you are connected with" in press(ann, "/members/bo/living-room/", act="in")
    knit((ann, bo))
    assert "in your living room" in press(ann, "/members/bo/living-room/", act="in")
    assert "in your living room" not in press(ann, "/members/bo/living-room/", act="out")


def test_muting_and_blocking_are_undone_in_the_settings(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    press(ann, "/members/bo/mute/", act="mute")
    page = press(ann, "/members/cy/block/")
    assert "Bo Lindqvist" in page
    assert "Cy Park" in page
    press(ann, "/settings/blocks/", unblock="cy")
    press(ann, "/settings/blocks/", unmute="bo")
    assert not Block.objects.exists()
    assert not Mute.objects.exists()


def test_nobody_undoes_another_s_block(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    block(by=ann, other=bo, now=NOW)
    press(bo, "/settings/blocks/", unblock="ann")
    press(bo, "/settings/blocks/", unblock="bo")
    assert Block.objects.count() == 1


ACTS = ("connection", "living-room", "follow", "mute", "block", "suggestion")


@pytest.mark.parametrize("thing", ACTS)
def test_who_is_blocked_finds_nothing_and_nobody_acts_on_themselves(
    town: tuple[Member, Member, Member], thing: str
) -> None:
    ann, bo, _ = town
    block(by=ann, other=bo, now=NOW)
    client = signed_in(bo)
    bodies = [client.post(f"/members/{who}/{thing}/") for who in ("ann", "nobody_here", "bo")]
    assert [answer.status_code for answer in bodies] == [404, 404, 404]
    assert len({len(answer.content) for answer in bodies[:2]}) == 1


def test_everything_between_them_is_gone_from_both_pages_at_once(town: tuple[Member, Member, Member]) -> None:
    ann, bo, cy = town
    knit((ann, bo), (bo, cy), (ann, cy))
    ask(by=settled(cast.mo()), other=ann, now=NOW)
    block(by=ann, other=bo, now=NOW)
    for who, other in ((ann, bo), (bo, ann)):
        for path in ("/connections/", "/connections/follows/", "/connections/suggested/", "/profile-views/", "/"):
            assert other.path not in read(who, path), path


def test_a_suggestion_is_sent_away_for_a_while_or_for_good(town: tuple[Member, Member, Member]) -> None:
    ann, bo, cy = town
    knit((ann, bo), (bo, cy))
    assert "You both know Bo Lindqvist." in read(ann, "/connections/suggested/")
    page = press(ann, "/members/cy/suggestion/", act="never", next="/connections/suggested/")
    assert "Nobody just now" in page
    assert NotThisOne.objects.get().until is None


def test_choosing_what_others_learn(town: tuple[Member, Member, Member]) -> None:
    ann, *_ = town
    press(ann, "/settings/openness/", looks="named", is_named="on")
    chosen = Openness.objects.get()
    assert (chosen.is_suggested, chosen.is_named, chosen.looks) == (False, True, "named")
    assert "You are not suggested to anybody." in read(ann, "/connections/suggested/")
    signed_in(ann).post("/settings/openness/", {"looks": "everything"})
    assert Openness.objects.get().looks == "named"


def test_long_lists_come_page_by_page_and_cost_the_same(town: tuple[Member, Member, Member]) -> None:
    ann, *_ = town
    client = signed_in(ann)
    many = [member(f"m{n}", f"Member {n:02}") for n in range(60)]
    knit(*((ann, one) for one in many[:5]))
    with CaptureQueriesContext(connection) as few:
        client.get("/connections/")
    knit(*((ann, one) for one in many[5:]))
    with CaptureQueriesContext(connection) as all_of_them:
        page = client.get("/connections/").content.decode()
    assert len(few) == len(all_of_them) <= 15
    assert ("Member 49" in page, "Member 50" in page) == (True, False)
    further = page.partition('rel="next" href="')[2].partition('"')[0]
    assert "Member 50" in client.get(f"/connections/{further}").content.decode()


def test_a_muted_member_s_request_waits_apart(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    mute(by=bo, other=ann, now=NOW)
    ask(by=ann, other=bo, now=NOW)
    page = read(bo, "/connections/")
    assert "Would like to connect" not in page
    assert "Connect after all" in page


def test_today_shows_who_waits_and_who_was_met(town: tuple[Member, Member, Member]) -> None:
    ann, bo, cy = town
    ask(by=cy, other=ann, note="From the harbour", now=NOW)
    knit((bo, cy))
    page = read(ann, "/today/beside/")
    assert "Would like to connect" in page
    assert "From the harbour" in page


def test_today_fetches_a_few_suggestions_when_it_is_there(town: tuple[Member, Member, Member]) -> None:
    ann, bo, cy = town
    client = signed_in(ann)
    assert 'hx-get="/connections/suggested/"' in read(ann, "/today/beside/")
    assert client.get("/connections/suggested/", headers={"HX-Request": "true"}).content == b""
    knit((ann, bo), (bo, cy))
    part = client.get("/connections/suggested/", headers={"HX-Request": "true"}).content.decode()
    assert "You both know Bo Lindqvist." in part
    assert "<html" not in part


def test_what_stands_between_two_is_asked_in_few_questions(town: tuple[Member, Member, Member]) -> None:
    ann, bo, cy = town
    knit((ann, bo), (bo, cy))
    with CaptureQueriesContext(connection) as asked:
        bond(ann, cy)
    assert len(asked) <= 5


def on_profile(viewer: Member | None, of: Member) -> str:
    request = RequestFactory().get(of.path)
    request.member = viewer  # type: ignore[attr-defined]
    return "".join(rendered("profile", "near", request, SimpleNamespace(viewer=viewer, member=of, level=1)))


def test_the_profile_offers_what_can_be_done(town: tuple[Member, Member, Member]) -> None:
    ann, bo, cy = town
    assert "/members/bo/connection/" in on_profile(ann, bo)
    assert "Take the request back" not in on_profile(ann, bo)
    ask(by=ann, other=bo, now=NOW)
    assert "Take the request back" in on_profile(ann, bo)
    assert "would like to connect with you" in on_profile(bo, ann)
    knit((ann, cy))
    assert "You are connected." in on_profile(ann, cy)


def test_the_profile_offers_nothing_to_nobody_and_to_oneself(town: tuple[Member, Member, Member]) -> None:
    ann, *_ = town
    assert bond(None, ann) is None
    assert bond(ann, ann) is None


def test_what_was_left_is_offered_again_on_the_profile_but_not_as_waiting(town: tuple[Member, Member, Member]) -> None:
    ann, bo, _ = town
    ask(by=ann, other=bo, note="The harbour?", now=NOW)
    ignore(by=bo, asker=ann, now=NOW)
    found = bond(bo, ann)
    assert found is not None
    assert (found.state, found.may("accept"), found.may("ignore")) == ("ignored", True, False)
