"""What is new for a reader: each room that has something offers one `Newly` in its `updates.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property

from rapport.kit.rooms import gather
from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.profiles.models import ShownInterest
from rapport.talk.models import TagFollow
from rapport.talk.touching import Cares


@dataclass(frozen=True)
class New:
    """One thing that was written. `who` groups what is by one and the same; `text` is what topics are looked for in,
    `tags` are keys. `reason`: why the reader sees it whatever it is about; `host`: it stands elsewhere."""

    at: datetime
    who: str
    name: str
    title: str
    href: str
    text: str
    tags: tuple[str, ...] = ()
    reason: str = ""
    host: str = ""


@dataclass(frozen=True)
class Reader:
    """Who reads, what they follow and care for, and since when a thing is new to them."""

    member: Member
    since: datetime
    now: datetime

    @cached_property
    def follows(self) -> frozenset[int]:
        """Members, by their ids."""
        return frozenset(Follow.objects.filter(by=self.member).values_list("other_id", flat=True))

    @cached_property
    def cares(self) -> Cares:
        """Of one's own interests those on the profile count, whoever else may see them."""
        tags = TagFollow.objects.filter(member=self.member).values_list("tag__key", "tag__shown")
        shown = ShownInterest.objects.filter(member=self.member).order_by("position", "pk")
        return Cares(dict(tags), dict(shown.values_list("key", "text")))


@dataclass(frozen=True)
class Newly:
    """`find(reader)`: what others wrote since then and the reader may see, the newest first, some hundreds at most."""

    find: Callable[[Reader], Iterable[New]]


@cache
def newly() -> tuple[Newly, ...]:
    return gather("updates", Newly)
