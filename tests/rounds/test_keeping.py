import pytest

import cast
from rapport.people.models import Book
from rapport.rounds.answers import answer
from rapport.rounds.keeping import keep, keep_anew
from rapport.rounds.models import Shown
from rounds.morning import TODAY, acts, busy_book

pytestmark = pytest.mark.django_db


def test_reading_the_round_writes_nothing() -> None:
    ann, _ = busy_book()
    acts(ann)
    assert not Shown.objects.exists()


def test_a_kept_round_is_everybody_s_who_stands_in_it() -> None:
    ann, _ = busy_book()
    todays = acts(ann, minutes=15)
    keep(ann, on=TODAY, minutes=15)
    keep(ann, on=TODAY, minutes=60)
    assert Shown.objects.count() == len(todays)
    assert acts(ann, minutes=15) == todays


def test_more_time_makes_a_longer_list_of_what_is_left() -> None:
    ann, _ = busy_book()
    short = acts(ann, minutes=5)
    answer_key = short[0].key
    ann.minutes = 5
    ann.save()
    answer(Book.of(ann), answer_key, "not_this", on=TODAY, now=cast.MORNING)
    keep_anew(ann, on=TODAY, minutes=30)
    longer = acts(ann, minutes=30)
    assert len(short) < len(longer) <= 4
    assert answer_key not in {act.key for act in longer}
