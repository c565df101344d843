"""Closing a group: read by its members, nothing new, undone within a month; an empty one is deleted."""

from datetime import timedelta

import pytest

import cast
from events.gathering import event, says
from groups.harbour import DAY, NOW, belongs, body, chapter, deeds, signed_in
from rapport.events.dates import lay_out_further
from rapport.events.make import make
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.running import groups_to_make_for, may_run
from rapport.groups import guests, joining, starting
from rapport.groups.closing import close, delete, reopen
from rapport.groups.models import Former, Group, GroupInvitation
from rapport.groups.refused import Refused
from rapport.groups.suiting import suiting
from rapport.help.asking import ask
from rapport.help.models import Question
from rapport.members.models import Member
from rapport.seats import applying, filling
from rapport.talk.commenting import comment
from rapport.talk.forms import PostForm
from rapport.talk.posting import Wording, edit, write
from rapport.talk.refused import RefusedError
from seats.chairs import profession, seated

pytestmark = pytest.mark.django_db
People = dict[str, Member]


@pytest.fixture(autouse=True)
def _on_that_morning(settings: object) -> None:
    settings.CLOCK_FIXED = NOW  # type: ignore[attr-defined]


@pytest.fixture
def people() -> People:
    return cast.all_four()


def led(people: People, **axes: object) -> Group:
    return chapter(people["ann"], people["bo"], led_by=people["mo"], **axes)


def closed(people: People, **axes: object) -> Group:
    group = led(people, **axes)
    close(by=people["mo"], group=group, now=NOW)
    group.refresh_from_db()
    return group


def test_its_members_hear_of_it_and_read_on(people: People) -> None:
    group = led(people)
    post = write(author=people["ann"], wording=Wording("The tide table.", group=group), now=NOW)
    signed_in(people["mo"]).post(f"{group.path}close/")
    assert deeds("group.close") == [("mo", ["ann", "bo"])]
    assert "Closed on 19 November 2026" in body(people["ann"], group.path)
    assert "The tide table." in body(people["bo"], post.path)


def test_only_an_organiser_closes_it_and_twice_is_once(people: People) -> None:
    group = led(people)
    with pytest.raises(Refused):
        close(by=people["ann"], group=group, now=NOW)
    assert [signed_in(people[who]).post(f"{group.path}close/").status_code for who in ("ann", "cy")] == [404, 404]
    for at in (NOW, NOW + DAY):
        close(by=people["mo"], group=group, now=at)
    group.refresh_from_db()
    assert (group.closed_at, len(deeds("group.close"))) == (NOW, 1)


def test_nobody_comes_in_by_any_way(people: People) -> None:
    group, cy, mo = closed(people, door="open"), people["cy"], people["mo"]
    ways = (
        lambda: joining.join(member=cy, group=group, now=NOW),
        lambda: joining.ask(member=cy, group=group, line="", now=NOW),
        lambda: joining.invite(by=mo, member=cy, group=group, now=NOW),
        lambda: guests.ask_to_visit(member=cy, group=group, now=NOW),
        lambda: applying.apply(member=cy, group=group, profession=profession("Plumber"), now=NOW),
        lambda: starting.change(by=mo, group=group, now=NOW),
    )
    for way in ways:
        with pytest.raises(Refused, match="closed"):
            way()
    assert not joining.may_ask(cy, group)
    assert not guests.may_visit(cy, group)


def test_who_asked_waits_and_an_invitation_is_gone(people: People) -> None:
    group = led(people)
    joining.ask(member=people["cy"], group=group, line="", now=NOW)
    GroupInvitation.objects.create(group=group, by=people["mo"], member=people["cy"])
    close(by=people["mo"], group=group, now=NOW)
    with pytest.raises(Refused, match="closed"):
        joining.admit(by=people["mo"], member=people["cy"], group=group, now=NOW)
    assert not GroupInvitation.objects.exists()


def test_nothing_new_is_written_in_it_but_own_words_may_be_mended(people: People) -> None:
    group, ann = led(people), people["ann"]
    post = write(author=ann, wording=Wording("The tyde table.", group=group), now=NOW)
    draft = write(author=ann, wording=Wording("Not yet.", group=group), now=NOW, is_draft=True)
    close(by=people["mo"], group=group, now=NOW)
    group.refresh_from_db()
    with pytest.raises(RefusedError, match="closed"):
        write(author=ann, wording=Wording("More.", group=group), now=NOW)
    with pytest.raises(RefusedError, match="closed"):
        comment(post=post, author=people["bo"], body="Thanks.", now=NOW)
    edit(post=post, wording=Wording("The tide table.", group=group), now=NOW)
    assert PostForm(author=ann).groups == {}
    answer = signed_in(ann).post(f"/posts/{draft.pk}/edit/", {"body": "Now.", "audience": f"group-{group.pk}"})
    assert "This group is closed." in answer.content.decode()


def test_its_page_and_its_posts_offer_nothing_that_would_be_refused(people: People) -> None:
    group, ann = led(people), people["ann"]
    post = write(author=people["bo"], wording=Wording("The tide table.", group=group), now=NOW)
    comment(post=post, author=ann, body="Thanks.", now=NOW)
    close(by=people["mo"], group=group, now=NOW)
    page = body(ann, post.path)
    assert f'/posts/{post.pk}/comments/"' not in page
    assert "/answer/" not in page
    pages = body(people["mo"], group.path) + body(people["cy"], group.path) + body(people["mo"], f"{group.path}seats/")
    for offered in ("edit/", "join/", "ask/", "invite/", "visit/", "apply/", "/events/new/", "/asks/new/?group"):
        assert offered not in pages, offered
    assert signed_in(people["mo"]).get(f"{group.path}edit/").status_code == 302


def test_dates_to_come_are_called_off_with_notice_and_the_past_stays(people: People) -> None:
    group, cy = led(people), people["cy"]
    weekly = event(people["mo"], group=group, rule="FREQ=WEEKLY")
    first, second = Occurrence.objects.filter(event=weekly).order_by("starts_at")[:2]
    for date in (first, second):
        says(date, cy)
    close(by=people["mo"], group=group, now=NOW + timedelta(days=2))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.cancelled_at, second.cancelled_at) == (None, NOW + timedelta(days=2))
    assert deeds("event.cancel") == [("mo", ["cy"])]
    assert "called off" in body(cy, second.path)


def test_a_series_gets_no_further_dates_and_nobody_runs_it(people: People) -> None:
    group, mo = led(people), people["mo"]
    weekly = event(mo, group=group, rule="FREQ=WEEKLY")
    close(by=mo, group=group, now=NOW)
    count = Occurrence.objects.count()
    Occurrence.objects.order_by("-starts_at")[:1].get().delete()
    lay_out_further.func({})
    assert Occurrence.objects.count() == count - 1
    fresh = Event.objects.select_related("group").get(pk=weekly.pk)
    assert not may_run(mo, fresh)
    assert not groups_to_make_for(mo).exists()
    with pytest.raises(ValueError, match="closed"):
        make(
            event=Event(title="More", group=group, zone="UTC", on=NOW.date(), at=NOW.time(), minutes=9), by=mo, now=NOW
        )


def test_within_a_month_it_is_opened_again_with_its_seats_and_dates(people: People) -> None:
    group, mo = led(people), people["mo"]
    seated(group, people["ann"])
    filling.held(group).filter(member=people["ann"]).update(since=NOW - DAY)
    question = ask(asker=people["ann"], title="Who has a key?", text="", group=group, now=NOW)
    date = Occurrence.objects.get(event=event(mo, group=group))
    says(date, people["bo"])
    close(by=mo, group=group, now=NOW)
    assert Question.objects.get().closed_at == NOW
    signed_in(mo).post(f"{group.path}reopen/")
    date.refresh_from_db()
    group.refresh_from_db()
    assert (group.closed_at, date.cancelled_at, Question.objects.get(pk=question.pk).closed_at) == (None, None, None)
    assert Rsvp.objects.get().answer == "yes"
    assert filling.held(group).get().member == people["ann"]
    assert deeds("group.reopen") == [("mo", ["ann", "bo"])]


def test_after_a_month_it_stays_closed(people: People, settings: object) -> None:
    group = closed(people)
    with pytest.raises(Refused):
        reopen(by=people["ann"], group=group, now=NOW + DAY)
    with pytest.raises(Refused):
        reopen(by=people["mo"], group=group, now=NOW + 31 * DAY)
    assert "Open it again" in body(people["mo"], group.path)
    settings.CLOCK_FIXED = NOW + 31 * DAY  # type: ignore[attr-defined]
    assert "Open it again" not in body(people["mo"], group.path)


def test_it_is_no_longer_listed_nor_suggested(people: People) -> None:
    group = led(people, door="open", place="Oslo")
    assert [one.group for one in suiting(people["cy"], place="Oslo")] == [group]
    close(by=people["mo"], group=group, now=NOW)
    assert suiting(people["cy"], place="Oslo") == []
    assert "Harbour Chapter" not in body(people["cy"], "/groups/")
    assert "closed" in body(people["ann"], "/groups/")
    assert body(people["cy"], group.path).count("This group was closed on 19 November 2026.") == 1


def test_a_group_with_nobody_else_and_nothing_in_it_is_deleted(people: People) -> None:
    group = chapter(led_by=people["mo"])
    Former.objects.create(group=group, member=people["bo"], joined_at=NOW)
    assert "Delete it" in body(people["mo"], f"{group.path}edit/")
    signed_in(people["mo"]).post(f"{group.path}delete/")
    assert not Group.objects.exists()


@pytest.mark.parametrize("kept", ["a member", "a post", "an event", "a question"])
def test_one_in_which_something_is_kept_is_not_deleted(people: People, kept: str) -> None:
    group, mo = chapter(led_by=people["mo"]), people["mo"]
    if kept == "a member":
        belongs(group, people["ann"])
    elif kept == "a post":
        write(author=mo, wording=Wording("Hello.", group=group), now=NOW)
    elif kept == "an event":
        event(mo, group=group)
    else:
        ask(asker=mo, title="Who?", text="", group=group, now=NOW)
    with pytest.raises(Refused):
        delete(by=mo, group=group)
    assert "Delete it" not in body(mo, f"{group.path}edit/")


def test_a_member_of_it_who_is_no_organiser_deletes_nothing(people: People) -> None:
    group = chapter(people["ann"])
    with pytest.raises(Refused):
        delete(by=people["ann"], group=group)
    assert Group.objects.exists()
