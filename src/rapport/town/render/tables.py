"""Tables as text and bundles as bytes, written the same on every machine."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, comma: str = ",", quote_all: bool = False, end: str = "\n"
) -> str:
    """CSV text with its header."""
    stream = io.StringIO()
    if quote_all:
        writer = csv.writer(stream, delimiter=comma, quoting=csv.QUOTE_ALL, lineterminator=end)
    else:
        writer = csv.writer(stream, delimiter=comma, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue()


def columns(header: Sequence[str], cells: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """Rows for `header`, empty where a record has no such cell."""
    return [[record.get(name, "") for name in header] for record in cells]


def bundle(members: Mapping[str, bytes], taken: date) -> bytes:
    """A zip of these members, all stamped with the day of the download."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members.items():
            member = ZipInfo(name, (taken.year, taken.month, taken.day, 9, 30, 0))
            member.compress_type = ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return stream.getvalue()
