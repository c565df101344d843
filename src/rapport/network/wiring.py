"""Making and ending connections in the graph: both rows, and the packed neighbours of both, always together."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Length

from rapport.kit.jobs import job
from rapport.members.models import Member
from rapport.network.models import Connection, Neighbours
from rapport.network.packing import SIZE, pack


def tie(one: Member, other: Member, since: datetime) -> None:
    """Connect the two; they are not yet connected."""
    Connection.objects.bulk_create(
        [Connection(member=one, other=other, since=since), Connection(member=other, other=one, since=since)]
    )
    pack_again((one.pk, other.pk))


def untie(one: Member, other: Member) -> bool:
    """End what connects them, if anything does; says whether it did."""
    between = Q(member=one, other=other) | Q(member=other, other=one)
    ended, _ = Connection.objects.filter(between).delete()
    if ended:
        pack_again((one.pk, other.pk))
    return bool(ended)


def pack_again(members: Iterable[int]) -> None:
    """Bring the packed neighbours of these members (ids) in line with their connections."""
    found: dict[int, list[tuple[int, int]]] = {member: [] for member in members}
    rows = Connection.objects.filter(member__in=found).values_list("member_id", "other_id", "since")
    for member, other, since in rows.iterator():
        found[member].append((other, since.toordinal()))
    Neighbours.objects.bulk_create(
        [Neighbours(member_id=member, packed=pack(ties)) for member, ties in found.items()],
        update_conflicts=True,
        unique_fields=["member"],
        update_fields=["packed"],
    )


@job()
def settle() -> None:
    """Pack again whatever was packed otherwise than it stands: rows that came by another way, members who left."""
    counted = Connection.objects.filter(member=OuterRef("pk")).order_by().values("member").annotate(n=Count("pk"))
    packed = Neighbours.objects.filter(pk=OuterRef("pk")).annotate(n=Length("packed"))
    members = Member.objects.annotate(
        has=Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0),
        packs=Coalesce(Subquery(packed.values("n"), output_field=IntegerField()), 0),
    )
    wrong = list(members.exclude(packs=F("has") * SIZE).values_list("pk", flat=True))
    for at in range(0, len(wrong), 500):
        pack_again(wrong[at : at + 500])
