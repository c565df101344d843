"""Who looked at whose profile: one rule for both."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

import cast
from network.knitting import NOW, three
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network import viewed
from rapport.network.agree import agree
from rapport.network.models import Openness, ProfileView
from rapport.network.viewed import KEPT, forget_old, looked_at, lookers

pytestmark = pytest.mark.django_db
RULES = ("off", "counted", "named")
EARLIER = NOW - timedelta(days=30)


def rule(who: Member, looks: str, at: object = EARLIER) -> None:
    agree(member=who, is_suggested=True, is_named=True, looks=looks, now=at)  # type: ignore[arg-type]


def look(viewer: Member | None, at: Member, *, now: object = NOW, method: str = "get", **headers: str) -> None:
    request = getattr(RequestFactory(), method)(at.path, headers=headers)
    looked_at(viewer=viewer, member=at, request=request, now=now)  # type: ignore[arg-type]


def learns(member: Member) -> tuple[list[str], int]:
    found = lookers(member, NOW + timedelta(hours=1))
    return [view.viewer.handle for view in found.named], found.counted


@pytest.fixture
def pair() -> tuple[Member, Member]:
    ann, bo, _ = three()
    return ann, bo


@pytest.mark.parametrize("of_viewer", RULES)
@pytest.mark.parametrize("of_member", RULES)
def test_one_learns_at_most_what_one_lets_others_learn(pair: cast.Member, of_viewer: str, of_member: str) -> None:
    ann, bo = pair
    rule(ann, of_member)
    rule(bo, of_viewer)
    look(bo, ann)
    least = min(RULES.index(of_viewer), RULES.index(of_member))
    assert learns(ann) == {0: ([], 0), 1: ([], 1), 2: (["bo"], 0)}[least]
    assert ProfileView.objects.exists() == (least > 0)


def test_nothing_is_kept_by_default(pair: tuple[Member, Member]) -> None:
    look(pair[1], pair[0])
    assert not ProfileView.objects.exists()
    assert Openness.of(pair[0]).looks == "off"


@pytest.mark.parametrize("looks", ["off", "counted"])
def test_who_hides_later_takes_the_name_back_as_well(pair: tuple[Member, Member], looks: str) -> None:
    ann, bo = pair
    rule(ann, "named")
    rule(bo, "named")
    look(bo, ann)
    rule(bo, looks)
    assert learns(ann) == ([], 0 if looks == "off" else 1)


def test_who_looked_without_a_name_stays_without_one(pair: tuple[Member, Member]) -> None:
    ann, bo = pair
    rule(ann, "named")
    rule(bo, "counted")
    look(bo, ann)
    rule(bo, "named", NOW)
    assert learns(ann) == ([], 1)


def test_nobody_shows_themselves_only_to_read(pair: tuple[Member, Member]) -> None:
    ann, bo = pair
    rule(ann, "named")
    rule(bo, "named")
    look(bo, ann)
    rule(ann, "off", NOW)
    rule(ann, "named", NOW + timedelta(minutes=1))
    assert learns(ann) == ([], 0)


def test_one_view_a_day(pair: tuple[Member, Member]) -> None:
    ann, bo = pair
    rule(ann, "named")
    rule(bo, "named")
    for hour in range(5):
        look(bo, ann, now=NOW + timedelta(hours=hour))
    assert ProfileView.objects.count() == 1


def test_a_thousand_profiles_a_day_are_no_human_looking(
    pair: tuple[Member, Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewed, "A_DAY", 1)
    ann, bo = pair
    mo_like = cast.member("dee", "Dee")
    for one in (ann, bo, mo_like):
        rule(one, "named")
    look(bo, ann)
    look(bo, mo_like)
    assert learns(mo_like) == ([], 0)


@pytest.mark.parametrize(
    "way",
    [
        {"sec_purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"x_purpose": "preview"},
        {"x_moz": "prefetch"},
        {"user_agent": "Mozilla/5.0 (compatible; Examplebot/2.1)"},
        {"user_agent": "curl/8.0"},
        {"method": "head"},
    ],
    ids=lambda way: " ".join(way.values())[:20],
)
def test_what_no_eyes_see_is_no_view(pair: tuple[Member, Member], way: dict[str, str]) -> None:
    ann, bo = pair
    rule(ann, "named")
    rule(bo, "named")
    look(bo, ann, **{name.replace("_", "-") if name != "method" else name: value for name, value in way.items()})  # type: ignore[arg-type]
    assert not ProfileView.objects.exists()


def test_neither_one_s_own_look_nor_nobody_s_nor_a_host_s(pair: tuple[Member, Member]) -> None:
    ann, mo = pair[0], cast.mo()
    rule(ann, "named")
    rule(mo, "named")
    for viewer, member in ((ann, ann), (None, ann), (mo, ann), (ann, mo)):
        look(viewer, member)
    assert not ProfileView.objects.exists()
    assert lookers(mo, NOW).rule == "off"


def test_a_block_forgets_the_views_both_ways(pair: tuple[Member, Member]) -> None:
    ann, bo = pair
    rule(ann, "named")
    rule(bo, "named")
    look(bo, ann)
    look(ann, bo)
    block(by=bo, other=ann, now=NOW)
    assert (learns(ann), learns(bo), ProfileView.objects.count()) == (([], 0), ([], 0), 0)


def test_after_ninety_days_it_is_forgotten(pair: tuple[Member, Member]) -> None:
    ann, bo = pair
    rule(ann, "named", NOW - KEPT * 2)
    rule(bo, "named", NOW - KEPT * 2)
    look(bo, ann, now=NOW - KEPT - timedelta(minutes=1))
    assert learns(ann) == ([], 0)
    forget_old.func({})
    assert not ProfileView.objects.exists()
