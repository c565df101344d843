"""Files attached to posts: pictures drawn anew, others kept as they are and never shown by a browser."""

import mimetypes
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import IO, Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from rapport.kit.cleaning import one_line
from rapport.kit.pictures.redraw import PictureRefusedError, redrawn
from rapport.members.models import Member
from rapport.talk.models import Post, PostFile
from rapport.talk.refused import RefusedError

MOST_BYTES, MOST_FILES = 10_000_000, 5
QUOTA = 200_000_000  # bytes of all files of one member
SIDE = 1600  # pixels of a picture's longer side
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_UNSAFE = re.compile(r'[\\/:*?"<>|;%]+')
_KINDS = ("application/pdf", "text/plain", "text/csv", "text/calendar", "text/vcard", "application/zip")


def attach(post: Post, uploads: Iterable[Any]) -> None:
    """Keep these uploads (name, size, read) with the post. RefusedError names the first that cannot be kept."""
    files = list(uploads)
    if post.files.count() + len(files) > MOST_FILES:
        raise RefusedError(_("A post carries at most %(most)s files.") % {"most": MOST_FILES})
    room = QUOTA - _used(post.author)
    for upload in files:
        made = _made(post, upload)
        room -= made.size
        if room < 0:
            raise RefusedError(_("Your files take 200 MB together; take an older one away first."))
        made.save()


def _used(author: Member) -> int:
    return PostFile.objects.filter(post__author=author).aggregate(all=Sum("size"))["all"] or 0


def _made(post: Post, upload: Any) -> PostFile:
    name = safe_name(str(upload.name))
    if upload.size > MOST_BYTES:
        raise RefusedError(_("%(name)s is larger than 10 MB; nothing was kept.") % {"name": name})
    if name.lower().endswith(_PICTURES):
        picture = _picture(upload, name)
        return PostFile(
            post=post,
            name=f"{PurePosixPath(name).stem}.jpg",
            kind="image/jpeg",
            size=len(picture),
            content=picture,
        )
    content = upload.read()
    kind = mimetypes.guess_type(name)[0] or ""
    return PostFile(
        post=post,
        name=name,
        kind=kind if kind in _KINDS else "application/octet-stream",
        size=len(content),
        content=content,
    )


def _picture(file: IO[bytes], name: str) -> bytes:
    try:
        return redrawn(file, side=SIDE)
    except PictureRefusedError as refused:
        raise RefusedError(f"{name}: {refused.sentence}") from refused


def safe_name(typed: str) -> str:
    """The last part of a path, on one line, without what a file system or a header would take amiss."""
    name = _UNSAFE.sub(" ", one_line(re.split(r"[\\/]", typed)[-1])).strip(" .")
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: 110 - len(ending)]}.{ending}" if dot and len(ending) <= 8 else name[:110] or "file"
