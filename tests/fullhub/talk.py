"""Bo wrote an article, Ann commented, Bo has a file and a history there."""

import cast
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.talk.commenting import comment
from rapport.talk.models import Post, PostFile, Slug
from rapport.talk.posting import Wording, edit, write
from rapport.talk.tags import follow_tag

RANK = 40


def fill(members: dict[str, Member]) -> None:
    ann, bo, now = members["ann"], members["bo"], cast.MORNING
    first = write(author=bo, wording=Wording("Who paints boats? #EventProfs", "", Audience.EVERYONE), now=now)
    PostFile.objects.create(post=first, name="boat.txt", kind="text/plain", size=4, content=b"boat")
    edit(post=first, wording=Wording("Who paints old boats? #EventProfs", "", Audience.EVERYONE), now=now)
    comment(post=first, author=ann, body="I know somebody.", now=now)
    write(author=bo, wording=Wording("How it is done.", "X", Audience.EVERYONE), now=now)
    assert Slug.objects.filter(author=bo, slug="x").exists()
    write(author=ann, wording=Wording("Not yet.", "", Audience.MEMBERS), is_draft=True, now=now)
    follow_tag(by=ann, word="#eventprofs", now=now)
    assert Post.objects.count() == 3
