"""The database makes a new version of a page itself, whatever way a row that the page shows is changed."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import connection

import cast
from rapport.kit.models import PageVersion
from rapport.kit.shows import ALL, Shows, shows
from rapport.kit.watching import after_migrating, before_migrating, watch
from rapport.members.models import Account, Hub, Member
from rapport.profiles.models import Offer, Profile, Proof

pytestmark = pytest.mark.django_db


def version(member: Member | None) -> int | None:
    """Of the member's profile; without one, of all profiles."""
    found = PageVersion.objects.filter(page="profile", key=member.pk if member else ALL)
    return found.values_list("number", flat=True).first()


def by_hand(member: Member) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update profiles_offer set text = 'Other' where member_id = %s", [member.pk])


WAYS: dict[str, Callable[[Member], object]] = {
    "made": lambda bo: Offer.objects.create(member=bo, text="Repairs", key="repairs"),
    "made together": lambda bo: Offer.objects.bulk_create([Offer(member=bo, text="A", key="a")]),
    "made if not there": lambda bo: Offer.objects.bulk_create(
        [Offer(member=bo, text="A", key="a"), Offer(member=bo, text="Known", key="known")], ignore_conflicts=True
    ),
    "made or changed": lambda bo: Offer.objects.bulk_create(
        [Offer(member=bo, text="New", key="known")],
        update_conflicts=True,
        unique_fields=["member", "key"],
        update_fields=["text"],
    ),
    "changed": lambda bo: Offer.objects.update(text="Other"),
    "saved": lambda bo: Offer(pk=Offer.objects.get().pk, member=bo, text="Known", key="known", audience=0).save(),
    "changed by hand": by_hand,
    "taken away": lambda bo: Offer.objects.all().delete(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_page_is_another_by_whatever_way_a_row_of_it_is(way: str) -> None:
    bo, cy = cast.bo(), cast.cy()
    Offer.objects.create(member=bo, text="Known", key="known")
    before = version(bo), version(cy)
    WAYS[way](bo)
    assert version(bo) != before[0]
    assert version(cy) == before[1]


def test_what_goes_from_one_page_to_another_changes_both() -> None:
    bo, cy = cast.bo(), cast.cy()
    Offer.objects.create(member=bo, text="Known", key="known")
    before = version(bo), version(cy)
    Offer.objects.update(member=cy)
    assert version(bo) != before[0]
    assert version(cy) != before[1]


def test_what_is_on_no_page_and_what_stays_the_same_change_nothing() -> None:
    bo = cast.bo()
    Proof.objects.create(member=bo, key="a", means="link", proved_at=cast.MORNING, checked_at=cast.MORNING)
    before = version(bo), version(None)
    Proof.objects.update(misses=1)
    Proof.objects.get().save()
    Member.objects.get().save()
    Member.objects.update(theme="dark")
    Account.objects.update(last_login=cast.MORNING)
    assert (version(bo), version(None)) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda: Member.objects.update(name="Another"),
        lambda: Account.objects.update(is_active=False),
        lambda: Hub.objects.create(pk=1, name="Harbour"),
        lambda: Profile.objects.create(member=Member.objects.get(), place="Leeds"),
    ],
)
def test_what_every_page_may_show_changes_all_of_them(change: Callable[[], object]) -> None:
    cast.bo()
    before = version(None)
    change()
    assert version(None) != before


def test_a_version_never_comes_back() -> None:
    """Not even where the rows of a backup are put in place of later ones."""
    bo = cast.bo()
    seen = []
    for _ in range(50):
        Profile.objects.update_or_create(member=bo, defaults={"business": f"Plumber {len(seen)}"})
        seen.append(version(bo))
    assert len(set(seen)) == 50
    assert max(seen) - min(seen) > 1_000_000


def test_it_is_watched_again_after_tables_were_made_anew() -> None:
    bo = cast.bo()
    before_migrating(plan=["something"])
    Profile.objects.create(member=bo)
    missed, before = version(bo), version(None)
    after_migrating(apps=apps)
    assert missed is None
    assert version(None) != before
    Profile.objects.update(business="Plumber")
    assert version(bo) is not None


def test_nothing_is_set_anew_that_stands() -> None:
    before = version(None)
    before_migrating(plan=[])
    watch()
    assert version(None) == before


def test_tables_that_are_not_there_yet_are_not_watched() -> None:
    class Earlier:
        """Models as they stood half way."""

        def get_model(self, label: str) -> type:
            if label == "profiles.Proof":
                raise LookupError
            return apps.get_model(label)

    before_migrating(plan=["something"])
    after_migrating(apps=Earlier())
    bo = cast.bo()
    Profile.objects.create(member=bo)
    assert version(bo) is None


@pytest.mark.parametrize("one", shows(), ids=lambda one: f"{one.page}-{one.table}-{one.of or 'all'}")
def test_what_is_said_to_be_shown_is_there(one: Shows) -> None:
    columns = {field.column for field in one.model._meta.concrete_fields}
    assert {*one.columns, *([one.key] if one.key else [])} <= columns
