"""A hub of many members with five years of talk: invented, the same every time, made by plain inserts."""

from datetime import timedelta
from random import Random

from rapport.groups.models import Group, Membership
from rapport.kit.bulk import insert
from rapport.members.audience import Audience
from rapport.members.invite import make_member
from rapport.members.models import Member
from rapport.network.models import Connection, Follow
from rapport.site.developing.big import NOW
from rapport.site.developing.big_members import big_members
from rapport.talk.models import Comment, Post, Tag, TagFollow, Tagging

DAYS = 5 * 365
WORDS = "we need a room for thirty people on the quay before the count of butterflies begins in spring".split()


def big_talk(members: int, posts: int) -> Member:
    """Ann, and as many other members, who wrote so many posts; she follows, is connected, belongs and cares as people
    do."""
    ids = big_members(members)
    ann = make_member(email="ann@big.example", password=None, handle="ann", name="Ann Okafor")
    near = Random(9).sample(ids, min(80, len(ids)))  # noqa: S311 - nothing secret
    pairs = [(ann.pk, other) for other in near] + [(other, ann.pk) for other in near]
    insert(Connection, ("member_id", "other_id", "since", "is_living_room"), [(*pair, NOW, False) for pair in pairs])
    fill_talk(ann, ids, posts)
    return ann


def fill_talk(ann: Member, ids: list[int], posts: int) -> None:
    """Twenty groups of these members, and what they wrote in five years."""
    random = Random(7)  # noqa: S311 - nothing secret
    groups = _groups(ann, ids, random)
    _interests(ann, ids, random)
    _posts(ids, groups, posts, random)


def _groups(ann: Member, ids: list[int], random: Random) -> list[int]:
    Group.objects.bulk_create(Group(handle=f"g{n}", name=f"Group {n}") for n in range(20))
    groups = list(Group.objects.order_by("pk").values_list("pk", flat=True))
    since = Random(11)  # noqa: S311 - nothing secret
    mine = {(group, ann.pk) for group in groups[:5]}
    theirs = {(group, who) for group in groups for who in random.sample(ids, len(ids) // 10)}
    Membership.objects.bulk_create(
        Membership(group_id=group, member_id=who, joined_at=NOW - timedelta(days=since.random() * DAYS))
        for group, who in sorted(mine | theirs)
    )
    return groups


def _interests(ann: Member, ids: list[int], random: Random) -> None:
    followed = random.sample(ids, min(100, len(ids)))
    insert(Follow, ("by_id", "other_id", "since"), [(ann.pk, other, NOW) for other in followed if other != ann.pk])
    Tag.objects.bulk_create(Tag(key=f"tag{n}x", shown=f"tag{n}x") for n in range(300))
    TagFollow.objects.bulk_create(TagFollow(member=ann, tag=tag, since=NOW) for tag in Tag.objects.all()[:20])


def _posts(ids: list[int], groups: list[int], count: int, random: Random) -> None:
    columns = "author_id group_id audience title slug body html lead written_at".split()
    columns += "published_at changed_at is_closed comments version".split()
    rows = []
    for _ in range(count):
        at = NOW - timedelta(seconds=random.randrange(DAYS * 86_400))
        body = " ".join(random.choice(WORDS) for _ in range(random.randint(10, 90)))
        group = random.choice(groups) if random.random() < 0.3 else None
        audience = Audience.MEMBERS if group else random.choice(list(Audience)[:3])
        rows.append((random.choice(ids), group, audience, "", "", body, f"<p>{body}</p>", "", at, at, at, False, 0, 1))
    insert(Post, columns, rows)
    tags = list(Tag.objects.values_list("pk", flat=True))
    moments = Post.objects.values_list("pk", "published_at")
    borne = [(post, random.choice(tags), at) for post, at in moments if random.random() < 0.4]
    insert(Tagging, ("post_id", "tag_id", "published_at"), borne)


def discussed(ann: Member, comments: int) -> Post:
    """A public post of somebody's with that many comments, in threads."""
    random = Random(8)  # noqa: S311 - nothing secret
    post: Post = Post.objects.filter(group=None, audience=Audience.EVERYONE).order_by("pk")[0]
    authors = list(Member.objects.exclude(pk=ann.pk).values_list("pk", flat=True)[:200])
    made: list[int] = []
    for number in range(comments):
        body = " ".join(random.choice(WORDS) for _ in range(random.randint(5, 40)))
        parent = random.choice(made) if made and random.random() < 0.6 else None
        at = NOW - timedelta(minutes=comments - number)
        author = random.choice(authors)
        one = Comment.objects.create(
            post=post, author_id=author, parent_id=parent, body=body, html=f"<p>{body}</p>", written_at=at
        )
        made.append(one.pk)
    Post.objects.filter(pk=post.pk).update(comments=comments)
    return post
