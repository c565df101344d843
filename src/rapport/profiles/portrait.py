"""The member's photo: drawn anew in a confined process before it is kept."""

from io import BytesIO
from typing import IO

from django.db import transaction

from rapport.kit.pictures.redraw import redrawn
from rapport.members.models import Member
from rapport.people.keys import digest
from rapport.profiles.models import Portrait

ROW = 96  # pixels a side in a row of a list, where a face is 44 wide on screens of two dots a pixel


def portray(*, member: Member, file: IO[bytes], audience: int) -> None:
    """Show this photo in place of the one that was. Raises PictureRefusedError."""
    picture = redrawn(file)
    hang(member=member, picture=picture, small=redrawn(BytesIO(picture), side=ROW), audience=audience)


def hang(*, member: Member, picture: bytes, small: bytes, audience: int) -> None:
    """Keep both sizes, which are drawn anew already."""
    values = {"picture": picture, "small": small, "mark": digest(picture.hex())[:16], "audience": audience}
    with transaction.atomic():
        Portrait.objects.update_or_create(member=member, defaults=values)


def reframe(*, member: Member, audience: int) -> None:
    """The same photo, for others."""
    Portrait.objects.filter(member=member).update(audience=audience)


def take_down(*, member: Member) -> None:
    Portrait.objects.filter(member=member).delete()
