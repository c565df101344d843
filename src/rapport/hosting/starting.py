"""Starter reading, written as lines: `address title | note`."""

from django.db import transaction

from rapport.hosting.models import StarterLink
from rapport.kit.cleaning import one_line

MOST = 30


def read_links() -> str:
    """The lines as they would be typed."""
    rows = StarterLink.objects.all()
    return "\n".join(f"{one.url} {one.title}{f' | {one.note}' if one.note else ''}" for one in rows)


@transaction.atomic
def write_links(text: str) -> list[str]:
    """Put these lines in place of what stood there. If any cannot be read, they are returned and nothing changes."""
    lines = [one_line(line) for line in text.splitlines() if line.strip()]
    read = [(line, _read(line)) for line in lines[:MOST]]
    wrong = [line for line, found in read if found is None] + lines[MOST:]
    if wrong:
        return wrong
    StarterLink.objects.all().delete()
    found = [link for _, link in read if link is not None]
    for position, link in enumerate(found):
        link.position = position
    StarterLink.objects.bulk_create(found)
    return []


def _read(line: str) -> StarterLink | None:
    """A page of ours begins with one slash; others with http or https."""
    said, _, note = line.partition(" | ")
    url, _, title = said.partition(" ")
    is_ours = url.startswith("/") and not url.startswith("//") and "\\" not in url
    if not (is_ours or url.startswith(("https://", "http://"))) or len(url) > 500:
        return None
    return StarterLink(url=url, title=(title or url)[:200], note=note[:500])
