"""A hub of many members with five years of talk: invented, the same every time, made by plain inserts."""

from datetime import timedelta
from random import Random

from django.core.management import call_command

from rapport.groups.models import Group, Membership
from rapport.kit.bulk import insert
from rapport.members.audience import Audience
from rapport.members.invite import make_member
from rapport.members.models import Account, Member
from rapport.network.models import Connection, Follow
from rapport.site.developing.big import GIVEN, NOW, family
from rapport.talk.models import Comment, Post, Tag, TagFollow, Tagging

DAYS = 5 * 365
WORDS = "we need a room for thirty people on the quay before the count of butterflies begins in spring".split()


def big_talk(members: int, posts: int) -> Member:
    """Ann, and as many other members, who wrote so many posts; she follows, is connected, belongs and cares as people
    do."""
    call_command("migrate", verbosity=0)
    random = Random(7)  # noqa: S311 - nothing secret
    ann = make_member(email="ann@big.example", password=None, handle="ann", name="Ann Okafor")
    ids = _members(members, random)
    groups = _groups(ann, ids, random)
    _near(ann, ids, random)
    _posts(ids, groups, posts, random)
    return ann


def _members(count: int, random: Random) -> list[int]:
    accounts = [("!", f"m{n}@big.example", True, NOW) for n in range(count)]
    insert(Account, ("password", "email", "is_active", "joined_at"), accounts)
    made = list(Account.objects.exclude(email="ann@big.example").order_by("pk").values_list("pk", flat=True))
    columns = ("account_id", "handle", "name", "is_host", "zone", "language", "region", "minutes", "theme")
    named = [
        (account, f"m{n}", f"{random.choice(GIVEN)} {family(random)}", False, "UTC", "en", "", 15, "")
        for n, account in enumerate(made)
    ]
    insert(Member, columns, named)
    return list(Member.objects.exclude(handle="ann").order_by("pk").values_list("pk", flat=True))


def _groups(ann: Member, ids: list[int], random: Random) -> list[int]:
    Group.objects.bulk_create(Group(handle=f"g{n}", name=f"Group {n}") for n in range(20))
    groups = list(Group.objects.order_by("pk").values_list("pk", flat=True))
    mine = {(group, ann.pk) for group in groups[:5]}
    theirs = {(group, who) for group in groups for who in random.sample(ids, len(ids) // 10)}
    Membership.objects.bulk_create(
        Membership(group_id=group, member_id=who, joined_at=NOW) for group, who in sorted(mine | theirs)
    )
    return groups


def _near(ann: Member, ids: list[int], random: Random) -> None:
    near = random.sample(ids, min(150, len(ids)))
    pairs = [(ann.pk, other) for other in near[:80]] + [(other, ann.pk) for other in near[:80]]
    insert(Connection, ("member_id", "other_id", "since", "is_living_room"), [(*pair, NOW, False) for pair in pairs])
    insert(Follow, ("by_id", "other_id", "since"), [(ann.pk, other, NOW) for other in near[50:]])
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
