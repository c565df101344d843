"""Writing, changing, publishing and deleting posts and articles."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import cast
from rapport.groups.models import Membership
from rapport.journal.models import Deed
from rapport.members.audience import Audience
from rapport.talk.commenting import comment
from rapport.talk.models import Comment, Post, PostFile, Revision, Slug, Tag
from rapport.talk.posting import POSTS_A_DAY, Wording, delete, edit, write
from rapport.talk.refused import RefusedError
from talk.saying import LATER, NOW, group_of, reading_as, sees, wrote

pytestmark = pytest.mark.django_db


def test_a_post_is_written_on_the_page() -> None:
    ann = cast.ann()
    answer = reading_as(ann).post("/talk/write/", {"body": "Hello #Town", "audience": "0"})
    post = Post.objects.get()
    assert (answer["Location"], post.audience, post.is_article) == (post.path, Audience.EVERYONE, False)
    assert Deed.objects.get().subject == f"post:{post.pk}"


def test_a_post_of_a_megabyte_is_refused_in_a_plain_sentence() -> None:
    answer = reading_as(cast.ann()).post("/talk/write/", {"body": "a" * 1_000_000, "audience": "0"})
    assert "longer than 20,000 characters" in answer.content.decode()
    assert not Post.objects.exists()


def test_an_article_keeps_its_address_when_it_is_renamed() -> None:
    ann = cast.ann()
    post = wrote(ann, title="Über the sea", audience=Audience.EVERYONE)
    edit(post=post, wording=Wording("text", "Under the sea", Audience.EVERYONE), now=LATER)
    nobody = reading_as(None)
    assert nobody.get("/articles/ann/under-the-sea/").status_code == 200
    assert nobody.get("/articles/ann/uber-the-sea/")["Location"] == "/articles/ann/under-the-sea/"
    assert nobody.get(post.path)["Location"] == "/articles/ann/under-the-sea/"


def test_an_old_address_is_never_given_to_another_article() -> None:
    ann = cast.ann()
    first = wrote(ann, title="News")
    edit(post=first, wording=Wording("text", "Olds"), now=LATER)
    assert wrote(ann, title="News").slug == "news-2"
    edit(post=first, wording=Wording("text", "News"), now=LATER)
    first.refresh_from_db()
    assert first.slug == "news"


def test_a_draft_is_its_author_s_alone_until_it_is_published() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann, "Not yet #secret", is_draft=True)
    assert not sees(bo, post)
    assert not Tag.objects.exists()
    assert "Not yet" in reading_as(ann).get("/talk/drafts/").content.decode()
    sent = {"body": "Now #secret", "audience": "1", "keep": "publish"}
    assert reading_as(ann).post(f"{post.path}edit/", sent).status_code == 302
    assert sees(bo, post)
    assert not Revision.objects.exists()


def test_its_history_shows_what_it_said_to_those_who_could_read_it() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann, "My door code is 1234", Audience.LIVING_ROOM)
    edit(post=post, wording=Wording("Come by", audience=Audience.MEMBERS), now=LATER)
    edit(post=post, wording=Wording("Come by soon", audience=Audience.MEMBERS), now=LATER)
    read = reading_as(bo).get(f"{post.path}history/").content.decode()
    assert ("1234" in read, "<p>Come by</p>" in read) == (False, True)
    assert "1234" in reading_as(ann).get(f"{post.path}history/").content.decode()


def test_who_joins_a_group_later_does_not_read_what_was_changed_before() -> None:
    ann, bo = cast.ann(), cast.bo()
    group = group_of(ann)
    post = wrote(ann, "Bo is not invited", group=group)
    edit(post=post, wording=Wording("All are invited", group=group), now=NOW)
    Membership.objects.create(group=group, member=bo, joined_at=LATER)
    read = reading_as(bo).get(f"{post.path}history/").content.decode()
    assert "not invited" not in read
    edit(post=post, wording=Wording("Nearly all are invited", group=group), now=LATER)
    assert "All are invited" in reading_as(bo).get(f"{post.path}history/").content.decode()


def test_a_change_of_an_old_post_is_no_event_for_new_members() -> None:
    ann, bo = cast.ann(), cast.bo()
    group = group_of(ann)
    post = wrote(ann, "Hello", group=group)
    Membership.objects.create(group=group, member=bo, joined_at=LATER)
    before = Deed.objects.count()
    edit(post=post, wording=Wording("Hello all", group=group), now=LATER)
    assert Deed.objects.count() == before


def test_deleted_it_leaves_nothing() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann, "#gone", title="Gone")
    PostFile.objects.create(post=post, name="a", size=1, content=b"a")
    edit(post=post, wording=Wording("#gone again", "Gone"), now=LATER)
    comment(post=post, author=bo, body="No!", now=LATER)
    delete(post=post)
    for model in (Post, PostFile, Revision, Slug, Comment, Tag, Deed):
        assert not model._default_manager.exists(), model


def test_only_the_author_changes_closes_and_deletes() -> None:
    ann, mo = cast.ann(), cast.mo()
    post = wrote(ann, audience=Audience.EVERYONE)
    for act in ("edit", "close", "delete"):
        assert reading_as(mo).post(f"{post.path}{act}/", {"body": "x", "audience": "0"}).status_code == 404


def test_there_is_an_end_to_what_one_writes_in_a_day() -> None:
    ann = cast.ann()
    for _ in range(POSTS_A_DAY):
        Post.objects.create(author=ann, body="x", html="x", written_at=NOW, published_at=NOW)
    with pytest.raises(RefusedError, match="go on tomorrow"):
        write(author=ann, wording=Wording("one more"), now=LATER)


def test_what_is_not_asked_for_is_not_taken() -> None:
    ann, bo = cast.ann(), cast.bo()
    sent = {
        "body": "x",
        "audience": "1",
        "author": bo.pk,
        "published_at": "2001-01-01",
        "version": "9",
        "comments": "9",
    }
    reading_as(ann).post("/talk/write/", sent)
    post = Post.objects.get()
    assert (post.author, post.comments, post.version) == (ann, 0, 1)
    assert post.published_at is not None
    assert post.published_at.year > 2020


@pytest.mark.parametrize("audience", ["4", "-1", "group-999", "x", ""])
def test_an_audience_that_there_is_not_is_refused(audience: str) -> None:
    answer = reading_as(cast.ann()).post("/talk/write/", {"body": "x", "audience": audience})
    assert answer.status_code == 200
    assert not Post.objects.exists()


def test_a_file_goes_out_to_be_kept_and_never_to_be_run() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    page = SimpleUploadedFile("..\\evil\u202e.html", b"<script>alert(1)</script>", content_type="text/html")
    reading_as(ann).post("/talk/write/", {"body": "See", "audience": "1", "files": [page]})
    post, file = Post.objects.get(), PostFile.objects.get()
    answer = reading_as(bo).get(f"{post.path}files/{file.pk}/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="evil.html"'
    assert (answer["X-Content-Type-Options"], "sandbox" in answer["Content-Security-Policy"]) == ("nosniff", True)
    edit(post=post, wording=Wording("See", audience=Audience.LIVING_ROOM), now=LATER)
    assert reading_as(cy).get(f"{post.path}files/{file.pk}/").status_code == 404
    assert reading_as(None).get(f"{post.path}files/{file.pk}/").status_code == 404


@pytest.mark.parametrize(("name", "size"), [("big.bin", 10_000_001), ("no.png", 30)])
def test_a_file_that_cannot_be_kept_is_named_and_nothing_is_written(name: str, size: int) -> None:
    file = SimpleUploadedFile(name, b"x" * size)
    answer = reading_as(cast.ann()).post("/talk/write/", {"body": "See", "audience": "1", "files": [file]})
    assert name in answer.content.decode()
    assert not Post.objects.exists()
