"""By which words an event is found: its title, its place and what it says of itself; never by the link to it."""

from collections.abc import Iterator, Sequence

from rapport.events.models import Event
from rapport.kit.fts import Entry, Line
from rapport.kit.prose import markdown, plain
from rapport.kit.shelf import Shelf


def _entries(events: Sequence[Event]) -> Iterator[Entry]:
    for event in events:
        yield Entry(event.pk, [event.title], [Line("place", event.place), Line("about", plain(markdown(event.about)))])


EVENTS = Shelf(5, Event.objects.all, _entries)
