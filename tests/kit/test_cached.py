"""Counters in the cache: they count on, and end when the first of them was to end."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

pytestmark = pytest.mark.django_db
DAY = 24 * 3600


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> list[timedelta]:
    """How much later it is: the cache asks Django's clock."""
    passed, began = [timedelta()], timezone.now()
    for module in ("rapport.kit.cached.now", "django.core.cache.backends.db.tz_now"):
        monkeypatch.setattr(module, lambda: began + sum(passed, timedelta()))
    cache.clear()
    return passed


def test_what_is_counted_by_the_day_is_counted_all_day(later: list[timedelta]) -> None:
    cache.add("looks", 1, DAY)
    assert cache.incr("looks") == 2
    later.append(timedelta(hours=23))
    assert cache.incr("looks") == 3


def test_the_next_day_begins_anew(later: list[timedelta]) -> None:
    cache.add("looks", 1, DAY)
    later.append(timedelta(hours=23))
    cache.incr("looks")
    later.append(timedelta(hours=2))
    with pytest.raises(ValueError, match="not found"):
        cache.incr("looks")
    assert cache.add("looks", 1, DAY)


def test_what_was_never_begun_is_not_counted() -> None:
    with pytest.raises(ValueError, match="not found"):
        cache.incr("never")
