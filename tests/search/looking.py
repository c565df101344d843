"""What somebody finds on the hub, for the tests of search."""

import cast
from rapport.kit import fts
from rapport.kit.shelf import HUB, shelves
from rapport.members.models import Member
from rapport.search.everywhere import on_hub
from rapport.search.query import read_query


def on_hub_of(viewer: Member, typed: str, group: str = "") -> list[str]:
    """Names of what is found, of one group of results or of all."""
    groups = on_hub(viewer, read_query(typed), cast.MORNING)
    return [hit.name for one in groups if group in ("", one.finder.name) for hit in one.hits]


def reasons(viewer: Member, typed: str) -> list[str]:
    """Why they were found, as the page says it."""
    hits = [hit for one in on_hub(viewer, read_query(typed), cast.MORNING) for hit in one.hits]
    return [f"{why.label} {''.join(part.text for part in why.parts)}".strip() for hit in hits for why in hit.reasons]


def kept() -> str:
    """Every word that the index keeps of the hub."""
    found = [fts.read(HUB, shelf.kind, fts.numbers(HUB, shelf.kind)) for shelf in shelves()]
    return str(found)
