"""Writes the files that the owners would bring, each in the shape its era and program gave it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from rapport.town.render.calendars import calendar
from rapport.town.render.google import google
from rapport.town.render.linkedin import linkedin
from rapport.town.render.mail import mail
from rapport.town.render.outlook import outlook
from rapport.town.render.sight import Sight, sights
from rapport.town.render.vcards import vcards
from rapport.town.truth import Town

_WRITERS: dict[str, Callable[[Sight], bytes]] = {
    "calendar": calendar,
    "google": google,
    "linkedin": linkedin,
    "mail": mail,
    "outlook": outlook,
    "vcard": vcards,
}


def render(town: Town, folder: Path, owners: Iterable[str] | None = None) -> dict[str, list[Path]]:
    """Writes the files of the owners (handles; all of them by default) to `folder`/handle/ and says where they are.

    The same town gives the same bytes. KeyError for an unknown handle.
    """
    handles = [owner.handle for owner in town.owners] if owners is None else list(owners)
    written: dict[str, list[Path]] = {}
    for handle in handles:
        place = folder / handle
        place.mkdir(parents=True, exist_ok=True)
        written[handle] = []
        for sight in sights(town, handle):
            path = place / sight.paper.name
            path.write_bytes(_WRITERS[sight.paper.source](sight))
            written[handle].append(path)
    return written
