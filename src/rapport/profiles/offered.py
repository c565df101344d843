"""Documents a member offers to take away."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import IO

from django.db import transaction
from django.db.models import Max, Sum
from django.utils.translation import gettext_lazy as _

from rapport.kit.cleaning import one_line
from rapport.members.models import Member
from rapport.profiles.findable import index
from rapport.profiles.links import NotShown
from rapport.profiles.models import OfferedFile

MOST_BYTES = 10_000_000
MOST_FILES, MOST_BYTES_TOGETHER = 20, 50_000_000
TOO_LARGE = _("This file is larger than 10 MB. Choose a smaller one.")
NO_ROOM = _("There is room for 20 files and 50 MB together. Take one away first.")
EMPTY = _("This file is empty.")
NOT_THIS_KIND = _("Files of this kind are not offered. Make it a PDF, a text, a table, a picture or a zip.")
NO_PDF = _("This is called a PDF and is none.")
# What a browser shows or an office opens; never what a browser would run (HTML, SVG, XML, scripts), whatever it is.
KINDS = {
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "rtf": "application/rtf",
    "epub": "application/epub+zip",
    "ics": "text/calendar; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "zip": "application/zip",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_NOT_IN_NAMES = re.compile(r'[<>:"|?*%;\x00-\x1f]+')
_LONGEST = 120


@transaction.atomic
def offer(*, member: Member, name: str, file: IO[bytes], audience: int, now: datetime) -> OfferedFile:
    """Show this file for taking away. Raises NotShown for one too large, of another kind, or one too many."""
    Member.objects.select_for_update().get(pk=member.pk)
    called = plain_name(name)
    ending = _ending(called)
    if ending not in KINDS:
        raise NotShown(NOT_THIS_KIND)
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise NotShown(TOO_LARGE)
    if not content:
        raise NotShown(EMPTY)
    if ending == "pdf" and b"%PDF-" not in content[:1024]:
        raise NotShown(NO_PDF)
    there = OfferedFile.objects.filter(member=member)
    held = there.aggregate(last=Max("number"), size=Sum("size"))
    if there.count() >= MOST_FILES or (held["size"] or 0) + len(content) > MOST_BYTES_TOGETHER:
        raise NotShown(NO_ROOM)
    made: OfferedFile = OfferedFile.objects.create(
        member=member,
        number=(held["last"] or 0) + 1,
        name=called,
        size=len(content),
        content=content,
        audience=audience,
        offered_at=now,
    )
    index([member])
    return made


@transaction.atomic
def show_to(*, file: OfferedFile, audience: int) -> None:
    """For others than before."""
    OfferedFile.objects.filter(pk=file.pk).update(audience=audience)
    index([file.member])


@transaction.atomic
def withdraw(*, files: Sequence[OfferedFile], member: Member) -> None:
    """The member offers these no more."""
    OfferedFile.objects.filter(pk__in=[file.pk for file in files], member=member).delete()
    index([member])


def plain_name(name: str) -> str:
    """The last part of a path, on one line, without signs that a file system or a header would read; short enough for
    every disk, its ending kept."""
    called = one_line(name).replace("\\", "/").rpartition("/")[2]
    called = " ".join(_NOT_IN_NAMES.sub(" ", called).split()).strip(". ")
    stem, dot, ending = called.rpartition(".")
    if not dot:
        return called[:_LONGEST]
    return f"{stem.strip()[: _LONGEST - len(ending[:10]) - 1]}.{ending[:10].lower()}"


def kind_of(name: str) -> str:
    """The media type a file is handed out as."""
    return KINDS.get(_ending(name), "application/octet-stream")


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
