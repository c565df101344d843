"""What every page stands in: the places, who is reading, the banner and what was just done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Entry(NamedTuple):
    """A place in the rail, the phone's bar or the menu. `icon` names a symbol of the sprite."""

    label: str
    path: str
    icon: str
    is_current: bool = False


class Viewer(NamedTuple):
    """One button of the demo's switch: "ann" says "Ann"."""

    key: str
    label: str
    is_current: bool = False


class Flash(NamedTuple):
    """One sentence about what was just done.

    `kind` is plain, good or bad, or a level of Django's messages; `undo` is the path of a page that undoes it.
    """

    text: str
    kind: str = "plain"
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of one page: the first four of `places` stand in the phone's bar, `below` under them all in the rail.

    `theme` is auto, light or dark. Without a `member` neither places nor adding are offered, only the way in.
    """

    hub: str = "Rapport"
    places: Sequence[Entry] = ()
    below: Sequence[Entry] = ()
    member: str | None = None
    viewers: Sequence[Viewer] = ()
    banner: str = ""
    flashes: Sequence[Flash] = ()
    theme: str = "auto"
    add_path: str = "/add/"
    search_path: str = "/search/"
    viewer_path: str = "/demo/viewer/"
    enter_path: str = "/accounts/login/"
    today_path: str = "/"
    about_path: str = "/about/"
