"""The packed neighbours stay in line with the connections."""

import pytest

from network.knitting import LONG_AGO, NOW, knit, three
from rapport.members.leave import leave
from rapport.members.models import Member
from rapport.network.models import Connection, Neighbours
from rapport.network.packing import arcs, others, pack, without
from rapport.network.wiring import settle

pytestmark = pytest.mark.django_db


def neighbours(of: Member) -> list[int]:
    return others(Neighbours.objects.get(pk=of.pk).packed)


def test_what_is_packed_is_read_again() -> None:
    packed = pack([(7, 30), (3, 10)])
    assert others(packed) == [3, 7]
    assert others(without(packed, [3])) == [7]
    assert arcs([packed, b""], 30, 100.0).counts.tolist() == [2, 0]


def test_who_leaves_is_nobody_s_neighbour_any_longer() -> None:
    ann, bo, cy = three()
    knit((ann, bo), (ann, cy))
    leave(bo, now=NOW)
    assert neighbours(ann) == [cy.pk]


def test_what_came_by_another_way_is_packed_at_night() -> None:
    ann, bo, cy = three()
    knit((ann, cy))
    for one, other in ((ann, bo), (bo, ann)):
        Connection.objects.create(member=one, other=other, since=LONG_AGO)
    settle.func({})
    assert (neighbours(ann), neighbours(bo), neighbours(cy)) == ([bo.pk, cy.pk], [ann.pk], [ann.pk])
