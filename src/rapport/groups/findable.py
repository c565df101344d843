"""By which words a group is found: its name, what it says of itself, its place and industry."""

from collections.abc import Iterator, Sequence

from rapport.groups.models import Group
from rapport.kit.fts import Entry, Line
from rapport.kit.prose import markdown, plain
from rapport.kit.shelf import Shelf
from rapport.people.findable import near


def _entries(groups: Sequence[Group]) -> Iterator[Entry]:
    for group in groups:
        lines = [
            Line("place", group.place),
            Line("industry", group.industry),
            Line("about", plain(markdown(group.about))),
        ]
        yield Entry(group.pk, [group.name], lines, near([group.name]))


GROUPS = Shelf(4, Group.objects.all, _entries)
