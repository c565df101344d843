"""Updates on one's interests: what touches them, why it is there, and that it ends."""

from datetime import timedelta

import pytest

import cast
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.people.models import Interest, Person
from rapport.profiles.models import ShownInterest
from rapport.profiles.say import say_lines
from rapport.talk.interests import FEW, OF_ONE, RARE, updates
from rapport.talk.tags import follow_tag
from talk.saying import LATER, NOW, group_of, reading_as, shown_to, wrote

pytestmark = pytest.mark.django_db


def cares(member: Member, *words: str) -> None:
    say_lines(member=member, model=ShownInterest, texts=words, audience=Audience.LIVING_ROOM)


def told(member: Member) -> list[tuple[str, str]]:
    return [(one.name, one.reason) for one in updates(member, now=LATER)]


def cares_in_book(owner: Member, name: str, topic: str, **more: object) -> Person:
    person = cast.known(owner, name)
    values = {"topic": topic, "word": topic, "key": topic, **more}
    Interest.objects.create(book=person.book, person=person, **values)
    return person


def test_what_touches_an_interest_of_one_s_profile_is_there_with_its_reason() -> None:
    ann, bo = cast.ann(), cast.bo()
    cares(ann, "Lepidoptera")
    wrote(bo, "I counted butterflies at the marsh.")
    wrote(bo, "I mended a boiler.")
    assert told(ann) == [("Bo Lindqvist", "You care for Lepidoptera.")]


def test_what_the_reader_may_not_see_is_no_news() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    cares(ann, "butterflies")
    wrote(bo, "butterflies in the living room", Audience.LIVING_ROOM)
    wrote(bo, "butterflies of the group", group=group_of(bo))
    wrote(bo, "butterflies, a draft", is_draft=True)
    wrote(ann, "my own butterflies")
    wrote(cy, "butterflies of somebody muted")
    mute(by=ann, other=cy, now=NOW)
    assert told(ann) == []


def test_of_one_who_blocks_there_is_none() -> None:
    ann, bo = cast.ann(), cast.bo()
    cares(ann, "butterflies")
    wrote(bo, "butterflies at the marsh")
    block(by=bo, other=ann, now=NOW)
    assert told(ann) == []


def test_what_few_of_one_s_people_care_for_is_told_to_the_owner_alone() -> None:
    ann, bo = cast.ann(), cast.bo()
    cares_in_book(ann, "Brigid O'Daly", "butterflies")
    wrote(cast.cy(), "I counted butterflies at the marsh.")
    assert told(ann) == [("Cy Park", "Brigid O'Daly cares for butterflies.")]
    assert told(bo) == []
    assert "Brigid" not in shown_to(bo, "/talk/interests/")


def test_what_was_confided_struck_vouched_or_is_common_is_no_reason() -> None:
    ann = cast.ann()
    wrote(cast.cy(), "Butterflies, and my brass band, and oysters; I love opera and chess.")
    cares_in_book(ann, "One", "butterflies", is_confided=True)
    cares_in_book(ann, "Two", "brass bands", struck_at=NOW)
    cares_in_book(ann, "Three", "opera", evidence="endorsement")
    for number in range(RARE + 1):
        cares_in_book(ann, f"Player {number}", "chess")
    assert told(ann) == []


def test_nobody_is_told_of_what_they_wrote_themselves() -> None:
    ann = cast.ann()
    cares_in_book(ann, "Cy Park", "butterflies")
    wrote(cast.cy(), "I counted butterflies at the marsh.")
    assert told(ann) == []


def test_it_is_few_the_newest_first_and_of_one_writer_no_flood() -> None:
    ann, bo = cast.ann(), cast.bo()
    Follow.objects.create(by=ann, other=bo, since=NOW)
    follow_tag(by=ann, word="boats", now=NOW)
    for number in range(9):
        wrote(bo, f"word {number}", at=NOW + timedelta(minutes=number))
    for number in range(9):
        wrote(cast.member(f"m{number}", f"Member {number}"), "#boats", at=NOW - timedelta(minutes=number))
    found = updates(ann, now=LATER)
    assert len(found) == FEW
    assert [one.title for one in found[:OF_ONE]] == ["word 8", "word 7"]
    assert [one.name for one in found[OF_ONE:]] == ["Member 0", "Member 1", "Member 2"]


def test_what_is_old_is_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: LATER)
    ann = cast.ann()
    cares(ann, "butterflies")
    wrote(cast.bo(), "butterflies", at=NOW - timedelta(days=9))
    assert told(ann) == []
    assert "butterflies" in shown_to(ann, "/talk/interests/").partition('class="updates"')[2]


def test_the_page_is_for_members_and_says_what_to_do_where_nothing_is_followed() -> None:
    assert reading_as(None).get("/talk/interests/").status_code == 302
    assert "Say what you care for" in shown_to(cast.ann(), "/talk/interests/")
    bo = cast.bo()
    cares(bo, "butterflies")
    assert "Nothing new on your interests" in shown_to(bo, "/talk/interests/")
