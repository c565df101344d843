"""Who sees which event, and whom on it."""

import pytest

import cast
from events.gathering import evening, event, says
from people.pages import as_member, words
from rapport.events.coming import who_come
from rapport.events.models import Event
from rapport.events.running import may_run, run_by
from rapport.events.seeing import sees
from rapport.events.speaking import agree, ask_to_speak, speakers_of, step_back
from rapport.groups.models import Group, GroupInvitation, GuestVisit, Membership
from rapport.journal.models import Deed
from rapport.journal.referent import resolve
from rapport.kit.clock import now
from rapport.members.blocking import block, mute
from rapport.members.models import Account, Member

pytestmark = pytest.mark.django_db


def seen(viewer: Member | None) -> set[str]:
    return {one.title for one in Event.objects.visible_to(viewer)}


def test_an_event_is_for_everyone_for_members_or_for_its_group() -> None:
    mo, ann, cy = cast.mo(), cast.ann(), cast.cy()
    group = Group.objects.create(handle="chapter", name="Chapter")
    for one in (mo, ann):
        Membership.objects.create(group=group, member=one, role="organiser")
    for audience in ("everyone", "members", "group"):
        event(mo, title=audience, group=group, audience=audience)
    assert seen(None) == {"everyone"}
    assert seen(cy) == {"everyone", "members"}
    assert seen(ann) == {"everyone", "members", "group"}
    Group.objects.update(is_hidden=True)
    assert seen(None) == seen(cy) == set()


def test_a_block_hides_what_each_gives_alone_both_ways() -> None:
    mo, ann = cast.mo(), cast.ann()
    event(mo, title="Mo’s", audience="everyone")
    event(ann, title="Ann’s")
    block(by=mo, other=ann, now=cast.MORNING)
    assert seen(mo) == {"Mo’s"}
    assert seen(ann) == {"Ann’s"}


def test_those_blocked_hidden_or_muted_are_not_on_the_list() -> None:
    mo, ann, bo, cy = cast.mo(), cast.ann(), cast.bo(), cast.cy()
    date = evening(mo)
    for one in (ann, bo):
        says(date, one)
    says(date, cy, is_shown=False)
    assert {one.member for one in who_come(date, ann)} == {ann, bo}
    assert {one.member for one in who_come(date, cy)} == {ann, bo, cy}
    assert {one.member for one in who_come(date, mo, is_run=True)} == {ann, bo, cy}
    mute(by=ann, other=bo, now=cast.MORNING)
    assert {one.member for one in who_come(date, ann)} == {ann}
    block(by=bo, other=cy, now=cast.MORNING)
    assert {one.member for one in who_come(date, cy)} == {ann, cy}


def test_what_one_is_stands_on_the_list_only_by_one_s_own_wish() -> None:
    mo, cy = cast.mo(), cast.cy()
    date = evening(mo)
    says(date, cy)
    page = as_member(mo)
    assert "coming alone" not in words(page.get(date.event.path))
    says(date, cy, is_new=True, is_alone=True)
    assert "new here, coming alone" in words(page.get(f"{date.event.path}coming/"))


def test_nobody_signed_in_reads_no_names_and_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)
    mo, cy, ann = cast.mo(), cast.cy(), cast.ann()
    date = evening(mo, audience="everyone", mode="both", link="https://rooms.example/amaranth")
    says(date, cy)
    from_outside = as_member(mo)
    from_outside.logout()
    page = words(from_outside.get(date.event.path))
    assert '<data class="p-name" value="LinkedAmaranth">' in page
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{date.event.path}">' in page
    assert "Cy Park" not in page
    assert "rooms.example" not in page
    assert "rooms.example" not in words(as_member(ann).get(date.event.path))
    assert "rooms.example" in words(as_member(cy).get(date.event.path))


def test_a_member_speaks_only_once_they_agreed() -> None:
    mo, bo = cast.mo(), cast.bo()
    made = event(mo)
    asked = ask_to_speak(event=made, member=bo, by=mo, now=cast.MORNING)
    assert speakers_of(made, mo) == []
    assert "You are asked to speak here." in words(as_member(bo).get(made.path))
    agree(speaker=asked, now=cast.MORNING)
    assert [one.member for one in speakers_of(made, cast.ann())] == [bo]
    assert [deed.verb for deed in Deed.objects.order_by("pk")] == ["event.make", "event.agree"], "answered"
    step_back(speaker=asked)
    assert speakers_of(made, mo) == []


def test_who_is_asked_to_speak_may_see_it_and_is_asked_once() -> None:
    mo, bo = cast.mo(), cast.bo()
    group = Group.objects.create(handle="chapter", name="Chapter")
    Membership.objects.create(group=group, member=mo, role="organiser")
    made = event(mo, group=group, audience="group")
    assert seen(bo) == set()
    ask_to_speak(event=made, member=bo, by=mo, now=cast.MORNING)
    assert seen(bo) == {"LinkedAmaranth"}
    with pytest.raises(ValueError, match="asked already"):
        ask_to_speak(event=made, member=bo, by=mo, now=cast.MORNING)


def test_the_journal_names_what_one_may_see() -> None:
    mo, cy = cast.mo(), cast.cy()
    made = event(mo, rule="FREQ=WEEKLY;BYDAY=TH")
    keys = [f"event:{made.pk}", f"event:{made.pk}.2026-11-26", "event:999", "event:x", f"event:{made.pk}.nonsense"]
    found = resolve(cy, keys[:4])
    assert found[keys[1]].title == "LinkedAmaranth, Thursday 26 November"
    assert set(found) == set(keys[:2])
    assert set(resolve(cy, keys)) == set(keys[:2])
    assert resolve(None, keys) == {}


def test_one_event_is_seen_by_the_same_rule_as_many() -> None:
    ann, bo, cy, mo = cast.all_four().values()
    groups = [Group.objects.create(handle=f"g{n}", name="G", is_hidden=bool(n)) for n in range(2)]
    for group in groups:
        Membership.objects.create(group=group, member=ann)
        Membership.objects.create(group=group, member=bo, role="organiser")
    for maker in (ann, mo, bo):
        for group in (None, *groups):
            for audience in ("everyone", "members", "group"):
                event(maker, group=group, audience=audience)
    asked = event(mo, group=groups[0], audience="group")
    ask_to_speak(event=asked, member=cy, by=mo, now=cast.MORNING)
    block(by=cy, other=ann, now=cast.MORNING)
    Account.objects.filter(member=mo).update(is_active=False)
    every = Event.objects.select_related("group", "made_by__account")
    GroupInvitation.objects.create(group=groups[1], member=cy, by=bo)
    for viewer in (None, ann, bo, cy):
        listed = set(Event.objects.visible_to(viewer).values_list("pk", flat=True))
        assert {one.pk for one in every if sees(viewer, one)} == listed
        assert viewer is None or {one.pk for one in every if may_run(viewer, one)} == {e.pk for e in run_by(viewer)}


def test_a_guest_whose_visit_was_granted_sees_what_it_was_granted_for() -> None:
    mo, cy = cast.mo(), cast.cy()
    group = Group.objects.create(handle="chapter", name="Chapter")
    Membership.objects.create(group=group, member=mo, role="organiser")
    one, _ = (event(mo, title=title, group=group, audience="group") for title in ("one", "other"))
    visit = GuestVisit.objects.create(group=group, member=cy, occasion=f"event:{one.pk}", settled_at=cast.MORNING)
    assert seen(cy) == set()
    GuestVisit.objects.filter(pk=visit.pk).update(state="admitted")
    assert seen(cy) == {"one"}
    assert as_member(cy).get(one.path).status_code == 200
    GuestVisit.objects.filter(pk=visit.pk).update(occasion="", settled_at=now())
    assert seen(cy) == {"one", "other"}
