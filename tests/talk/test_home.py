"""Talk's first page: who and what one chose to read, the newest first, page by page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.talk.home import SIZE, newest
from rapport.talk.models import Post
from rapport.talk.tags import follow_tag
from talk.saying import LATER, NOW, connected, group_of, reading_as, wrote

pytestmark = pytest.mark.django_db


def read_by(member: Member, show: str = "all") -> list[str]:
    return [row.shown for row in newest(member, show=show, now=LATER).rows]


def test_it_shows_those_one_follows_connections_groups_and_tags() -> None:
    ann, bo, cy, mo = cast.ann(), cast.bo(), cast.cy(), cast.mo()
    dee = cast.member("dee", "Dee")
    connected(ann, bo)
    Follow.objects.create(by=ann, other=cy)
    follow_tag(by=ann, word="boats", now=NOW)
    for author in (bo, cy, dee):
        wrote(author)
    wrote(mo, group=group_of(ann, mo))
    wrote(dee, "#boats")
    assert len(read_by(ann)) == 4
    assert [len(read_by(ann, show)) for show in ("people", "groups", "tags", "everybody")] == [2, 1, 1, 5]


def test_nobody_muted_blocked_or_out_of_reach_is_on_it() -> None:
    ann, bo, cy, mo = cast.ann(), cast.bo(), cast.cy(), cast.mo()
    for other in (bo, cy, mo):
        Follow.objects.create(by=ann, other=other)
    wrote(bo)
    wrote(cy)
    wrote(mo, audience=Audience.CONNECTIONS)
    mute(by=ann, other=bo, now=NOW)
    block(by=cy, other=ann, now=NOW)
    assert read_by(ann) == []
    assert read_by(ann, "everybody") == []


def test_years_of_posts_are_read_page_by_page() -> None:
    ann = cast.ann()
    for number in range(2 * SIZE + 5):
        at = NOW - timedelta(days=40 * number)
        Post.objects.create(author=ann, body="x", html="x", written_at=at, published_at=at)
    seen, after = [], ""
    for _ in range(4):
        page = newest(ann, after=after, now=LATER)
        seen += [row.id for row in page.rows]
        after = page.after
        if not after:
            break
    assert len(seen) == len(set(seen)) == 2 * SIZE + 5
    assert seen == sorted(seen)


def test_the_page_asks_few_questions_however_much_there_is() -> None:
    ann, bo = cast.ann(), cast.bo()
    connected(ann, bo)
    for number in range(30):
        wrote(bo, f"post {number} #boats", title=f"T {number}")
    client = reading_as(ann)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get("/talk/").status_code == 200
    assert len(asked) <= 15


@pytest.mark.parametrize("show", ["all", "people", "groups", "tags", "everybody", "nonsense"])
def test_an_empty_page_teaches(show: str) -> None:
    page = reading_as(cast.ann()).get(f"/talk/?show={show}&after=garbage").content.decode()
    assert 'class="empty"' in page
