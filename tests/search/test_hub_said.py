"""What was said beneath something, and names of files, are found while they may be read, and lead to their place."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import cast
from groups.harbour import chapter
from people.pages import as_member
from rapport.groups.leaving import remove as put_out
from rapport.groups.models import Group
from rapport.help.answering import amend, answer
from rapport.help.answering import remove as remove_answer
from rapport.help.asking import ask, withdraw
from rapport.hosting.suspending import readmit, suspend
from rapport.kit.shelf import straighten
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute, unblock, unmute
from rapport.members.leave import leave
from rapport.members.models import Member
from rapport.profiles.models import OfferedFile
from rapport.profiles.offered import offer
from rapport.talk.commenting import change, comment, remove
from rapport.talk.models import Comment, Post
from rapport.talk.posting import Wording, delete, edit, write
from search.looking import kept, on_hub_of, reasons
from talk.saying import connected

pytestmark = pytest.mark.django_db
NOW = cast.MORNING
BY_BO = {"comments": ["Comment by Bo Lindqvist"], "answers": ["Answer by Bo Lindqvist"]}


@pytest.fixture
def members() -> dict[str, Member]:
    return cast.all_four()


def said(members: dict[str, Member], where: str, group: Group | None = None) -> Any:
    """Bo says the word beneath something of Cy's."""
    if where == "comments":
        post = write(author=members["cy"], wording=Wording("Good morning.", group=group), now=NOW)
        return comment(post=post, author=members["bo"], body="Ask the **zither** maker.", now=NOW)
    asked = ask(asker=members["cy"], title="Who plays?", text="", group=group, now=NOW)
    return answer(asked, author=members["bo"], text="Ask the **zither** maker.", now=NOW)


@pytest.mark.parametrize("where", BY_BO)
def test_it_is_found_by_those_who_may_read_it_and_leads_there(members: dict[str, Member], where: str) -> None:
    one = said(members, where)
    assert on_hub_of(members["ann"], "zither") == BY_BO[where]
    assert reasons(members["ann"], "zither") == ["Ask the zither maker."]
    found = as_member(members["ann"]).get("/search/?q=zither")
    assert found.headers["Location"] == one.path
    shown = as_member(members["ann"]).get(one.path, follow=True)
    assert "zither" in shown.content.decode()


@pytest.mark.parametrize("where", BY_BO)
@pytest.mark.parametrize("who", ["bo", "cy"])
def test_a_block_a_mute_and_a_suspension_of_either_hide_it_at_once(
    members: dict[str, Member], where: str, who: str
) -> None:
    said(members, where)
    ann, other = members["ann"], members[who]
    block(by=other, other=ann, now=NOW)
    assert on_hub_of(ann, "zither") == []
    unblock(by=other, other=ann)
    mute(by=ann, other=other, now=NOW)
    assert on_hub_of(ann, "zither") == []
    unmute(by=ann, other=other)
    suspend(member=other, by=members["mo"], why="Spam", now=NOW)
    assert on_hub_of(ann, "zither") == []
    readmit(member=other, by=members["mo"], now=NOW)
    assert on_hub_of(ann, "zither") == BY_BO[where]


@pytest.mark.parametrize("where", BY_BO)
def test_of_a_group_it_is_found_by_those_who_are_in_it(members: dict[str, Member], where: str) -> None:
    group = chapter(members["ann"], members["bo"], members["cy"], led_by=members["mo"])
    said(members, where, group)
    assert on_hub_of(members["ann"], "zither") == BY_BO[where]
    put_out(by=members["mo"], member=members["ann"], group=group, now=NOW)
    assert on_hub_of(members["ann"], "zither") == []


def test_a_comment_is_found_by_what_it_says_now_until_it_or_its_post_is_gone(members: dict[str, Member]) -> None:
    one = said(members, "comments")
    change(comment=one, body="Ask the lathe maker.", now=NOW)
    assert on_hub_of(members["ann"], "zither") == []
    assert on_hub_of(members["ann"], "lathe") == BY_BO["comments"]
    remove(comment=one, now=NOW)
    assert "lathe" not in kept()
    other = said(members, "comments")
    delete(post=other.post)
    assert "zither" not in kept()


def test_a_post_for_fewer_takes_its_comments_along(members: dict[str, Member]) -> None:
    said(members, "comments")
    edit(post=Post.objects.get(), wording=Wording("Good morning.", "", Audience.CONNECTIONS), now=NOW)
    assert on_hub_of(members["ann"], "zither") == []
    connected(members["cy"], members["ann"])
    assert on_hub_of(members["ann"], "zither") == BY_BO["comments"]


def test_an_answer_is_found_by_what_it_says_now_until_it_or_its_question_is_gone(members: dict[str, Member]) -> None:
    one = said(members, "answers")
    amend(one, text="Ask the lathe maker.", now=NOW)
    assert on_hub_of(members["ann"], "lathe") == BY_BO["answers"]
    remove_answer(one)
    assert "lathe" not in kept()
    withdraw(said(members, "answers").question, now=NOW)
    assert "zither" not in kept()


@pytest.mark.parametrize("where", BY_BO)
def test_what_somebody_said_who_left_is_found_without_their_name(members: dict[str, Member], where: str) -> None:
    said(members, where)
    leave(members["bo"], now=NOW)
    straighten.call({})
    assert "former member" in on_hub_of(members["ann"], "zither")[0]
    assert Comment.objects.filter(author__isnull=False).count() == 0


def test_a_post_is_found_by_the_names_of_its_files(members: dict[str, Member]) -> None:
    files = [SimpleUploadedFile("zithers-2026.txt", b"x"), SimpleUploadedFile("other.txt", b"x")]
    write(author=members["bo"], wording=Wording("For all.", "Prices"), files=files, now=NOW)
    assert on_hub_of(members["ann"], "zithers") == ["Prices"]
    assert reasons(members["ann"], "zithers") == ["For all.", "File zithers-2026.txt"]


def test_a_member_is_found_by_the_names_of_files_they_offer_by_those_they_are_for(members: dict[str, Member]) -> None:
    bo = members["bo"]
    offer(member=bo, name="zither.txt", file=BytesIO(b"x"), audience=Audience.CONNECTIONS, now=NOW)
    connected(bo, members["ann"])
    assert on_hub_of(members["ann"], "zither") == ["Bo Lindqvist"]
    assert reasons(members["ann"], "zither") == ["File zither.txt"]
    assert on_hub_of(members["cy"], "zither") == []
    page: Client = as_member(bo)
    assert page.post("/profile/files/1/", {"audience": Audience.MEMBERS}).status_code == 302
    assert on_hub_of(members["cy"], "zither") == ["Bo Lindqvist"]
    assert page.post("/profile/files/1/", {"remove": "1"}).status_code == 302
    assert not OfferedFile.objects.exists()
    assert "zither" not in kept()


def test_drafts_are_not_found_by_their_files(members: dict[str, Member]) -> None:
    files = [SimpleUploadedFile("zithers.txt", b"x")]
    write(author=members["bo"], wording=Wording("For all."), files=files, is_draft=True, now=NOW)
    assert on_hub_of(members["ann"], "zithers") == []
