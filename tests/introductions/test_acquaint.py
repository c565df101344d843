import pytest

import cast
from rapport.introductions.acquaint import acquaint, part
from rapport.introductions.models import Acquaintance

pytestmark = pytest.mark.django_db


def test_two_know_each_other_whoever_is_named_first() -> None:
    ann = cast.ann()
    bo, dee = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Dee Ngata")
    acquaint(dee, bo, now=cast.MORNING, note="from the choir")
    acquaint(bo, dee, now=cast.MORNING)
    assert [(row.first, row.second, row.note) for row in Acquaintance.objects.all()] == [(bo, dee, "from the choir")]


def test_it_can_be_taken_back() -> None:
    ann = cast.ann()
    bo, dee = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Dee Ngata")
    acquaint(bo, dee, now=cast.MORNING)
    part(dee, bo)
    assert not Acquaintance.objects.exists()


def test_nobody_is_acquainted_with_themselves_or_across_books() -> None:
    bo, cy = cast.known(cast.ann(), "Bo Lindqvist"), cast.known(cast.mo(), "Cy Park")
    with pytest.raises(ValueError, match="two different"):
        acquaint(bo, bo, now=cast.MORNING)
    with pytest.raises(ValueError, match="two different"):
        acquaint(bo, cy, now=cast.MORNING)
