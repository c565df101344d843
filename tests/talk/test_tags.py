"""Tags: found however they are spelt, followed, and not to be flooded."""

import pytest

import cast
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute
from rapport.talk.commenting import comment, remove
from rapport.talk.interests import updates
from rapport.talk.models import Tag, TagFollow
from rapport.talk.posting import Wording, delete, edit
from rapport.talk.refused import RefusedError
from rapport.talk.tags import MOST_FOLLOWED, follow_tag, lately_on, unfollow_tag
from talk.saying import LATER, NOW, reading_as, wrote

pytestmark = pytest.mark.django_db


def test_one_page_for_every_spelling() -> None:
    ann, bo = cast.ann(), cast.bo()
    wrote(ann, "first #EventProfs")
    wrote(bo, "second #eventprofs")
    page = reading_as(ann).get("/tags/eventprofs/").content.decode()
    assert "first" in page
    assert "second" in page
    assert reading_as(ann).get("/tags/EventProfs/")["Location"] == "/tags/eventprofs/"
    assert Tag.objects.get().shown == "EventProfs"


def test_no_page_without_a_post_one_may_read() -> None:
    ann, bo = cast.ann(), cast.bo()
    wrote(ann, "#secretplan", Audience.LIVING_ROOM)
    for tag in ("secretplan", "nothing", "x" * 300, "%00", "\u202e"):
        assert reading_as(bo).get(f"/tags/{tag}/").status_code == 404


def test_who_follows_a_tag_has_its_page_before_anybody_wrote() -> None:
    ann, bo = cast.ann(), cast.bo()
    tag = follow_tag(by=ann, word="#Orchids", now=NOW)
    assert reading_as(ann).get(tag.path).status_code == 200
    assert reading_as(bo).get(tag.path).status_code == 404
    unfollow_tag(by=ann, tag=tag)
    assert not Tag.objects.exists()


def test_a_tag_nobody_bears_any_more_is_gone() -> None:
    post = wrote(cast.ann(), "#one #two")
    edit(post=post, wording=Wording("#two"), now=LATER)
    assert [tag.key for tag in Tag.objects.all()] == ["two"]
    delete(post=post)
    assert not Tag.objects.exists()


def test_active_on_it_are_those_one_may_read_and_does_not_mute() -> None:
    ann, bo, cy, mo = cast.ann(), cast.bo(), cast.cy(), cast.mo()
    for member in (bo, cy):
        wrote(member, "#boats")
    wrote(mo, "#boats", Audience.CONNECTIONS)
    tag = Tag.objects.get()
    assert {member.handle for member in lately_on(tag, ann, now=NOW).active} == {"bo", "cy"}
    mute(by=ann, other=cy, now=NOW)
    assert [member.handle for member in lately_on(tag, ann, now=NOW).active] == ["bo"]


def test_who_answers_is_active_on_it_and_both_are_counted() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    post = wrote(ann, "#boats")
    comment(post=post, author=bo, body="Which?", now=LATER)
    tag = Tag.objects.get()
    lately = lately_on(tag, cy, now=LATER)
    assert ([one.handle for one in lately.active], lately.posts, lately.comments) == (["bo", "ann"], 1, 1)
    assert "In the last half year: 1 post, 1 comment." in reading_as(cy).get(tag.path).content.decode().replace(
        "\xa0", " "
    )


def test_what_one_may_not_read_or_does_not_want_to_counts_nowhere() -> None:
    ann, bo, cy, mo = cast.ann(), cast.bo(), cast.cy(), cast.mo()
    post, hidden = wrote(ann, "#boats"), wrote(mo, "#boats", Audience.LIVING_ROOM)
    for author in (bo, cy):
        comment(post=post, author=author, body="Which?", now=NOW)
    comment(post=hidden, author=mo, body="These.", now=NOW)
    block(by=bo, other=ann, now=NOW)
    mute(by=ann, other=cy, now=NOW)
    removed = comment(post=post, author=ann, body="That one.", now=NOW)
    remove(comment=removed, now=NOW)
    lately = lately_on(Tag.objects.get(), ann, now=NOW)
    assert ([one.handle for one in lately.active], lately.posts, lately.comments) == (["ann"], 1, 0)


@pytest.mark.parametrize("word", ["", "#", "two words", "2026", "\u200b"])
def test_what_is_no_tag_is_not_followed(word: str) -> None:
    with pytest.raises(RefusedError):
        follow_tag(by=cast.ann(), word=word, now=NOW)


def test_there_is_an_end_to_what_one_follows() -> None:
    ann = cast.ann()
    Tag.objects.bulk_create(Tag(key=f"t{n}x", shown=f"t{n}x") for n in range(MOST_FOLLOWED))
    TagFollow.objects.bulk_create(TagFollow(member=ann, tag=tag) for tag in Tag.objects.all())
    with pytest.raises(RefusedError, match="all one can read"):
        follow_tag(by=ann, word="more", now=NOW)
    assert follow_tag(by=ann, word="t1x", now=NOW)


def test_today_tells_what_is_new_on_it_and_why() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    follow_tag(by=ann, word="boats", now=NOW)
    wrote(bo, "A keel #Boats")
    wrote(cy, "hidden #boats", Audience.CONNECTIONS)
    wrote(ann, "my own #boats")
    found = updates(ann, now=LATER)
    assert [(one.name, one.reason) for one in found] == [("Bo Lindqvist", "You follow #boats.")]
