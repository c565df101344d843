from datetime import date, datetime, timedelta

import pytest

import cast
from rapport.feeds.asking import keep
from rapport.feeds.follow import follow
from rapport.feeds.models import Article
from rapport.feeds.own import show_blog
from rapport.feeds.reading.parse import Item
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rapport.people.models import Person
from rapport.profiles.links import link
from rapport.profiles.same import yes
from rapport.rounds.answers import answer, read_key
from rapport.rounds.models import Shown
from rounds.morning import TODAY, acts, card, kinds, talked
from talk.saying import connected

pytestmark = pytest.mark.django_db
AT = "https://bo.example/keel"


def wrote(person: Person, title: str = "A keel", *, at: datetime = cast.MORNING, href: str = AT) -> None:
    blog = follow(person=person, url="https://bo.example/", now=at)
    keep(blog, [Item(href, title, href, at.isoformat())], blog.url, at)


def test_somebody_wrote_on_a_blog_that_the_owner_reads() -> None:
    ann = cast.ann()
    wrote(cast.known(ann, "Bo Lindqvist"))
    new = card(ann, "blog")
    assert new.reason == "Wrote “A keel” on their blog today."
    assert "“A keel”" in new.opener
    assert (new.read_at, new.channel) == (AT, "")


def test_what_a_member_shows_counts_for_the_owner_who_said_who_they_are() -> None:
    ann, bo = cast.ann(), cast.bo()
    person = cast.known(ann, "Bo Lindqvist")
    made = show_blog(link=link(member=bo, text="https://bo.example/", audience=Audience.CONNECTIONS), now=cast.MORNING)
    keep(made, [Item("k", "A keel", AT, cast.MORNING.isoformat())], AT, cast.MORNING)
    assert "blog" not in kinds(ann)
    yes(person=person, member=bo, now=cast.MORNING)
    assert "blog" not in kinds(ann)  # it is shown to connections
    connected(bo, ann)
    assert card(ann, "blog").people == (person,)
    mute(by=ann, other=bo, now=cast.MORNING)
    assert "blog" not in kinds(ann)


def test_of_one_who_blocked_the_owner_there_is_no_card() -> None:
    ann, bo = cast.ann(), cast.bo()
    yes(person=cast.known(ann, "Bo Lindqvist"), member=bo, now=cast.MORNING)
    made = show_blog(link=link(member=bo, text="https://bo.example/", audience=Audience.EVERYONE), now=cast.MORNING)
    keep(made, [Item("k", "A keel", AT, cast.MORNING.isoformat())], AT, cast.MORNING)
    assert "blog" in kinds(ann)
    block(by=bo, other=ann, now=cast.MORNING)
    assert "blog" not in kinds(ann)


@pytest.mark.parametrize("days", [-2, 8])
def test_what_is_older_than_a_week_or_of_another_day_is_none(days: int) -> None:
    ann = cast.ann()
    wrote(cast.known(ann, "Bo Lindqvist"))
    assert "blog" not in kinds(ann, on=TODAY + timedelta(days=days))


def test_with_whom_one_spoke_this_week_one_needs_no_occasion() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    wrote(bo)
    talked(bo, 3)
    assert "blog" not in kinds(ann)


def test_who_writes_every_day_is_no_occasion_every_fortnight() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    wrote(bo)
    Shown.objects.create(book=bo.book, person=bo, day=TODAY.toordinal() - 20, kind="blog")
    assert "blog" not in kinds(ann)
    Shown.objects.update(day=TODAY.toordinal() - 60)
    assert "blog" in kinds(ann)


def test_of_many_who_wrote_few_are_told() -> None:
    ann = cast.ann()
    for name in ("Bo Lindqvist", "Cy Park", "Dee Ngata", "Eve Quill"):
        wrote(cast.known(ann, name))
    assert len([act for act in acts(ann) if act.kind == "blog"]) <= 2


def test_not_this_refuses_this_one_and_the_next_thing_they_write_is_told() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    wrote(bo)
    key = card(ann, "blog").key
    assert read_key(key) is not None
    assert answer(bo.book, key, "not_this", on=TODAY, now=cast.MORNING) is not None
    assert "blog" not in kinds(ann)
    Shown.objects.all().delete()
    assert "blog" not in kinds(ann)
    wrote(bo, "A mast", at=cast.MORNING + timedelta(minutes=5), href="https://bo.example/mast")
    Shown.objects.all().delete()
    assert key != card(ann, "blog", on=date(2026, 11, 20)).key


def test_an_article_that_is_gone_leaves_no_card() -> None:
    ann: Member = cast.ann()
    wrote(cast.known(ann, "Bo Lindqvist"))
    Article.objects.all().delete()
    assert "blog" not in kinds(ann)
