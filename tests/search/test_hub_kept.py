"""The shelves of the index are true to what stands on the hub, and forget with it."""

import pytest
from django.db import transaction

import cast
from events.gathering import event
from people.pages import as_member
from rapport.events.make import change
from rapport.groups.models import Group
from rapport.groups.starting import start
from rapport.help.asking import ask, withdraw
from rapport.kit import fts
from rapport.kit.models import Turn
from rapport.kit.shelf import HUB, refill, shelves, straighten
from rapport.members.leave import leave
from rapport.members.models import Member
from rapport.profiles.models import Offer
from rapport.profiles.say import say, say_lines
from rapport.talk.models import Post
from rapport.talk.posting import Wording, delete, edit, publish
from search.looking import kept, on_hub_of
from talk.saying import wrote

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Member:
    return cast.ann()


def test_a_changed_profile_is_found_by_what_it_says_now(ann: Member) -> None:
    say_lines(member=ann, model=Offer, texts=["Zithers", "Lathes"], audience=1)
    say_lines(member=ann, model=Offer, texts=["Lathes"], audience=1)
    assert (on_hub_of(ann, "zithers"), on_hub_of(ann, "lathes")) == ([], ["Ann Okafor"])
    assert "Zithers" not in kept()


def test_what_is_for_fewer_from_now_on_leaves_the_shelf_of_the_many(ann: Member) -> None:
    say(member=ann, business="Zithers")
    say(member=ann, business_for=3)
    assert on_hub_of(cast.bo(), "zithers") == []
    say(member=ann, business="Lathes", business_for=1)
    assert "Zithers" not in kept()


def test_another_name_is_found_at_once(ann: Member) -> None:
    say(member=ann, business="Lathes")
    told = {"name": "Anna Zither", "zone": "UTC", "language": "en", "region": "", "minutes": "15"}
    assert as_member(ann).post("/settings/", told).status_code == 302
    assert (on_hub_of(ann, "zither"), on_hub_of(ann, "okafor")) == (["Anna Zither"], [])


def test_a_post_is_found_from_when_it_is_published_until_it_is_deleted(ann: Member) -> None:
    post = wrote(ann, "Zithers", is_draft=True)
    assert "Zithers" not in kept()
    publish(post=post, now=cast.MORNING)
    edit(post=Post.objects.get(), wording=Wording("Lathes #lathe"), now=cast.MORNING)
    assert (on_hub_of(ann, "zithers"), len(on_hub_of(ann, "lathe"))) == ([], 2)
    delete(post=Post.objects.get())
    assert on_hub_of(ann, "lathe") == []
    assert "athe" not in kept()


def test_groups_events_and_questions_change_and_go(ann: Member) -> None:
    group = start(by=ann, group=Group(name="Zither ring"), now=cast.MORNING)
    evening, question = event(ann, title="Zithers"), ask(asker=ann, title="Zither?", text="", now=cast.MORNING)
    group.name, evening.title = "Lathe ring", "Lathes"
    group.save()
    change(event=evening, by=ann, now=cast.MORNING)
    withdraw(question, now=cast.MORNING)
    refill()
    assert (on_hub_of(ann, "zither"), len(on_hub_of(ann, "lathe"))) == ([], 2)


def test_what_is_rolled_back_is_not_found(ann: Member) -> None:
    with transaction.atomic():
        wrote(ann, "Zithers")
        transaction.set_rollback(True)
    assert on_hub_of(ann, "zithers") == []


def test_nothing_of_a_member_who_left_is_kept(ann: Member) -> None:
    say(member=ann, business="Zithers", about="Zither", about_for=2)
    wrote(ann, "Zithers #zither")
    leave(ann, now=cast.MORNING)
    assert kept().lower().count("zither") == kept().count("Okafor") == 0


def test_a_hub_that_was_here_before_is_filled_by_the_worker(ann: Member) -> None:
    wrote(ann, "Zithers #zither")
    gone = wrote(ann, "Lathes")
    Post.objects.filter(pk=gone.pk).delete()  # without its room being told
    fts.drop(HUB, 6, [Post.objects.get().pk])
    straighten.func(arguments={})
    assert (len(on_hub_of(ann, "zither")), on_hub_of(ann, "okafor")) == (2, ["Ann Okafor"])
    assert "Lathes" not in kept()
    assert Turn.objects.get(name="what is found on the hub").due_at < cast.MORNING


def test_each_shelf_has_a_kind_of_its_own() -> None:
    kinds = [shelf.kind for shelf in shelves()]
    assert sorted(kinds) == list(range(1, len(kinds) + 1))
