"""Comments: threads, addresses, changing and taking back, and who hears of them."""

import pytest

import cast
from rapport.journal.models import Deed
from rapport.journal.verb import verbs
from rapport.journal.work import read_all
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute
from rapport.members.leave import leave
from rapport.members.models import Member
from rapport.talk.commenting import change, comment, remove, remove_another_s
from rapport.talk.discussion import discussion
from rapport.talk.models import Comment, Post
from rapport.talk.posting import close
from rapport.talk.refused import RefusedError
from rapport.ties.linking import link
from rapport.ties.models import Interaction
from talk.saying import LATER, NOW, reading_as, shown_to, wrote

pytestmark = pytest.mark.django_db


def said(post: Post, author: Member, body: str, parent: Comment | None = None) -> Comment:
    return comment(post=post, author=author, body=body, parent=parent, now=LATER)


def told(verb: str) -> set[str]:
    deed = Deed.objects.filter(verb=verb).latest("pk")
    return set(Member.objects.filter(pk__in=verbs()[verb].tells(deed)).values_list("handle", flat=True))


def test_answers_stand_below_what_they_answer() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann)
    first = said(post, bo, "one")
    said(post, bo, "two")
    said(post, ann, "of one", first)
    assert [(row.html, row.depth) for row in discussion(post, bo).rows] == [
        ("<p>one</p>\n", 0),
        ("<p>of one</p>\n", 1),
        ("<p>two</p>\n", 0),
    ]


def test_a_comment_has_an_address_for_good() -> None:
    ann, cy = cast.ann(), cast.cy()
    post = wrote(ann, title="A boat", audience=Audience.EVERYONE)
    made = said(post, cy, "Nice")
    assert reading_as(None).get(made.path)["Location"] == f"/articles/ann/a-boat/#comment-{made.pk}"
    assert reading_as(None).get(made.path.replace(str(made.pk), "99999")).status_code == 404


def test_a_comment_on_another_post_is_not_found_under_this_one() -> None:
    ann = cast.ann()
    one, hidden = wrote(ann, audience=Audience.EVERYONE), wrote(ann, audience=Audience.LIVING_ROOM)
    made = said(hidden, ann, "secret")
    for path in (f"{one.path}comments/{made.pk}/", made.path, f"{made.path}answer/"):
        assert reading_as(cast.bo() if not Member.objects.filter(handle="bo") else None).get(path).status_code != 200


def test_the_author_and_those_in_the_thread_hear_of_it() -> None:
    ann, bo, cy, mo = cast.ann(), cast.bo(), cast.cy(), cast.mo()
    post = wrote(ann)
    first = said(post, bo, "one")
    second = said(post, cy, "two", first)
    said(post, mo, "three", second)
    assert told("comment") == {"ann", "bo", "cy"}
    mute(by=bo, other=mo, now=NOW)
    assert told("comment") == {"ann", "cy"}


def test_a_comment_warms_the_tie_of_who_wrote_and_who_was_answered() -> None:
    ann, bo = cast.ann(), cast.bo()
    person = cast.known(bo, "Ann")
    link(person=person, member=ann, now=NOW)
    said(wrote(ann), bo, "Lovely")
    read_all()
    assert Interaction.objects.get(book=person.book).kind == "comment"


def test_taken_back_it_leaves_an_empty_place_where_it_was_answered() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann)
    first = said(post, bo, "embarrassing")
    answer = said(post, ann, "well", first)
    remove(comment=first, now=LATER)
    post.refresh_from_db()
    assert post.comments == 1
    page = shown_to(ann, post.path)
    assert ("embarrassing" in page, "removed" in page, "well" in page) == (False, True, True)
    remove(comment=answer, now=LATER)
    assert not Comment.objects.exists()
    assert not Deed.objects.filter(verb="comment").exists()


def test_only_its_author_changes_or_takes_it_back() -> None:
    ann, bo = cast.ann(), cast.bo()
    made = said(wrote(ann), bo, "mine")
    for act in ("edit", "delete"):
        assert reading_as(ann).post(f"{made.path}{act}/", {"body": "yours"}).status_code == 404
    change(comment=made, body="mine still", now=LATER)
    assert "changed" in reading_as(ann).get(made.post.path).content.decode()


def test_the_author_may_close_the_comments() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann)
    close(post=post, is_closed=True, now=LATER)
    with pytest.raises(RefusedError, match="closed"):
        said(post, bo, "but")
    assert said(post, ann, "my last word")


def test_those_on_either_side_of_a_block_do_not_read_each_other_s_comments() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    post = wrote(cy)
    first = said(post, bo, "from bo")
    said(post, cy, "to bo", first)
    block(by=ann, other=bo, now=NOW)
    found = discussion(post, ann)
    assert [row.html for row in found.rows] == ["<p>to bo</p>\n"]
    assert found.count == 1
    said(post, ann, "from ann")
    assert "from ann" not in reading_as(bo).get(post.path).content.decode()
    assert reading_as(ann).get(first.path).status_code == 404


def test_who_left_is_a_former_member_and_what_they_said_stays() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann)
    said(post, bo, "wise words")
    leave(bo, now=LATER)
    page = shown_to(ann, post.path)
    assert ("wise words" in page, "former member" in page, "Bo Lindqvist" in page) == (True, True, False)


def test_a_thread_of_any_depth_is_read_on_the_page() -> None:
    ann = cast.ann()
    post = wrote(ann)
    above = None
    for number in range(70):
        above = said(post, ann, f"level {number}", above)
    found = discussion(post, ann)
    assert len(found.rows) == 70
    assert max(row.depth for row in found.rows) == 4


def test_mentioned_is_told_who_may_read_it_and_nobody_twice() -> None:
    ann, _, cy = cast.ann(), cast.bo(), cast.cy()
    block(by=cy, other=ann, now=NOW)
    post = wrote(ann, "@bo @Bo @cy @nobody_here see")
    assert told("mention") == {"bo"}
    assert post.html.count("/members/bo/") == 2
    assert "/members/cy/" not in post.html
    wrote(ann, "@bo", Audience.LIVING_ROOM)
    assert Deed.objects.filter(verb="mention").count() == 1


def test_of_a_hundred_mentions_twenty_count() -> None:
    ann = cast.ann()
    for number in range(30):
        cast.member(f"m{number}", f"M {number}")
    wrote(ann, " ".join(f"@m{number}" for number in range(30)))
    assert Deed.objects.get(verb="mention").towards.count() == 20


def test_the_author_of_a_post_removes_what_another_wrote_and_the_thread_stays() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    post = wrote(ann)
    rude = said(post, bo, "Rubbish.")
    said(post, cy, "I think not.", rude)
    client = reading_as(ann)
    assert f'href="{rude.path}remove/"' in shown_to(ann, post.path)
    assert "Rubbish." in client.get(f"{rude.path}remove/").content.decode()
    client.post(f"{rude.path}remove/")
    page = shown_to(cy, post.path)
    assert "removed by the author of the post" in page
    assert "I think not." in page
    assert "Rubbish." not in page
    assert not Comment.objects.filter(author=bo).exists()


def test_whose_comment_was_removed_hears_nothing_and_nothing_tells_of_it() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann)
    rude = said(post, bo, "Rubbish.")
    deeds = Deed.objects.exclude(subject=f"comment:{rude.pk}").count()
    for _ in range(2):
        remove_another_s(comment=rude, by="author", now=LATER)
    assert Deed.objects.count() == deeds
    post.refresh_from_db()
    assert post.comments == 0
    assert reading_as(bo).get(rude.path).status_code == 404


def test_a_place_the_author_made_stays_when_its_answers_are_taken_back() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    post = wrote(ann)
    rude = said(post, bo, "Rubbish.")
    below = said(post, cy, "I think not.", rude)
    remove_another_s(comment=rude, by="author", now=LATER)
    remove(comment=below, now=LATER)
    assert [row.removed for row in discussion(post, cy).rows] == ["removed by the author of the post"]


def test_nobody_else_removes_it_and_the_author_takes_back_their_own() -> None:
    ann, bo, cy, mo = cast.ann(), cast.bo(), cast.cy(), cast.mo()
    post = wrote(ann)
    kind, own = said(post, bo, "Well said."), said(post, ann, "Thanks.")
    for who, one in ((bo, kind), (cy, kind), (mo, kind), (ann, own)):
        for act in ("get", "post"):
            assert getattr(reading_as(who), act)(f"{one.path}remove/").status_code == 404
    assert "/remove/" not in shown_to(cy, post.path)
    assert Comment.objects.filter(is_removed=False).count() == 2


def test_a_link_is_shared_with_one_s_own_words_and_talked_about() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann, body="Read this before you sign a lease: https://leases.example/ten-clauses")
    said(post, bo, "Clause seven cost me a winter, see https://gazette.example/seven")
    page = reading_as(bo).get(post.path).content.decode()
    for link_out in ("https://leases.example/ten-clauses", "https://gazette.example/seven"):
        assert f'href="{link_out}"' in page
    assert "before you sign a lease" in page


def test_who_closed_the_comments_reads_that_they_themselves_still_can() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann)
    close(post=post, is_closed=True, now=LATER)
    assert "You yourself can still answer." in shown_to(ann, post.path)
    assert "takes no more comments on this." in shown_to(bo, post.path)


def test_a_page_says_its_whole_address() -> None:
    post = wrote(cast.ann())
    page = reading_as(cast.bo()).get(post.path).content.decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{post.path}">' in page
