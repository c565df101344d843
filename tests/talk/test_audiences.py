"""Who reads a post: every audience against every kind of viewer."""

import pytest

import cast
from rapport.groups.models import Membership
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.talk.models import Post
from rapport.talk.posting import Wording, edit
from talk.saying import LATER, NOW, connected, group_of, reading_as, sees, wrote

pytestmark = pytest.mark.django_db
VIEWERS = ("nobody", "stranger", "blocked", "connected", "living room", "group member", "former group member", "host")
MAY: dict[str, set[str]] = {
    "everyone": {"nobody", "stranger", "connected", "living room", "group member", "former group member", "host"},
    "members": {"stranger", "connected", "living room", "group member", "former group member", "host"},
    "connections": {"connected", "living room"},
    "living room": {"living room"},
    "group": {"group member"},
    "draft": set(),
}


@pytest.fixture
def viewers() -> dict[str, Member | None]:
    ann = cast.ann()
    made: dict[str, Member | None] = {
        name: cast.member(f"v{n}", name, is_host=name == "host") for n, name in enumerate(VIEWERS)
    }
    made["nobody"] = None
    group = group_of(ann, *(made[name] for name in ("group member", "former group member") if made[name]))  # type: ignore[arg-type]
    Membership.objects.filter(group=group, member=made["former group member"]).delete()
    connected(ann, made["connected"])  # type: ignore[arg-type]
    connected(ann, made["living room"], is_living_room=True)  # type: ignore[arg-type]
    connected(ann, made["blocked"], is_living_room=True)  # type: ignore[arg-type]
    Membership.objects.create(group=group, member=made["blocked"])
    block(by=ann, other=made["blocked"], now=NOW)  # type: ignore[arg-type]
    return made


def posted(kind: str) -> Post:
    ann = Member.objects.get(handle="ann")
    group = Membership.objects.get(member=ann).group
    audiences = {
        "everyone": Audience.EVERYONE,
        "connections": Audience.CONNECTIONS,
        "living room": Audience.LIVING_ROOM,
    }
    return wrote(
        ann,
        "A #marmalade post",
        audiences.get(kind, Audience.MEMBERS),
        group=group if kind == "group" else None,
        is_draft=kind == "draft",
        title="Of jam",
    )


@pytest.mark.parametrize("kind", MAY)
def test_a_post_is_read_by_those_it_is_for_and_by_nobody_else(viewers: dict[str, Member | None], kind: str) -> None:
    post = posted(kind)
    assert {name for name in VIEWERS if sees(viewers[name], post)} == MAY[kind]


@pytest.mark.parametrize("kind", MAY)
def test_its_pages_files_and_tag_are_there_for_the_same(viewers: dict[str, Member | None], kind: str) -> None:
    post = posted(kind)
    paths = [f"{post.path}history/", "/tags/marmalade/"]
    if kind != "draft":
        paths.append(f"/articles/ann/{post.slug}/")
    for name in VIEWERS:
        client = reading_as(viewers[name])
        found = {client.get(path).status_code for path in paths}
        assert found == ({200} if name in MAY[kind] else {404}), f"{name} reads what is for {kind}"


def test_the_author_reads_everything_of_their_own() -> None:
    ann = cast.ann()
    for audience in Audience:
        assert sees(ann, wrote(ann, audience=audience))


def test_narrowed_afterwards_it_is_hidden_at_once_from_those_who_had_it(viewers: dict[str, Member | None]) -> None:
    post = posted("everyone")
    nobody = reading_as(None)
    had = nobody.get(f"/articles/ann/{post.slug}/")
    edit(post=post, wording=Wording(post.body, post.title, Audience.CONNECTIONS), now=LATER)
    again = nobody.get(f"/articles/ann/{post.slug}/", HTTP_IF_NONE_MATCH=had["ETag"])
    assert (had.status_code, again.status_code) == (200, 404)
    assert reading_as(viewers["stranger"]).get("/tags/marmalade/").status_code == 404


def test_a_suspended_author_s_posts_are_not_there() -> None:
    ann, bo = cast.ann(), cast.bo()
    post = wrote(ann, audience=Audience.EVERYONE)
    nobody = reading_as(None)
    had = nobody.get(post.path)
    ann.account.is_active = False
    ann.account.save()
    assert nobody.get(post.path, HTTP_IF_NONE_MATCH=had["ETag"]).status_code == 404
    assert not sees(bo, post)


def test_who_leaves_a_group_reads_no_more_of_it() -> None:
    ann, bo = cast.ann(), cast.bo()
    group = group_of(ann, bo)
    post = wrote(ann, group=group)
    assert sees(bo, post)
    Membership.objects.filter(member=bo).delete()
    assert not sees(bo, post)


def test_nobody_writes_in_a_group_they_do_not_belong_to() -> None:
    ann, bo = cast.ann(), cast.bo()
    group = group_of(ann)
    sent = {"body": "Let me in", "audience": f"group-{group.pk}"}
    assert reading_as(bo).post("/talk/write/", sent).status_code == 200
    assert not Post.objects.exists()
