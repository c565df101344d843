"""Photographs made small and plain: another file than the one that came, with nothing hidden in it."""

import io
import re
import struct
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

SIDE = 192  # pixels
LARGEST = 50_000_000  # pixels before it is decoded
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
BROKEN = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, struct.error)


def small_face(picture: bytes) -> bytes:
    """`picture` as a JPEG of at most 192 pixels a side, without place, camera or thumbnail; empty if it is none, or
    too large. Called in the reading child only."""
    if not picture:
        return b""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(picture), formats=FORMATS) as opened:
                return _small(opened)
    except BROKEN:
        return b""


def is_plain(picture: bytes) -> bool:
    """Whether `picture` is such a file as `small_face` makes: a small JPEG of nothing but its picture, whole, with
    nothing hidden before, in or behind it."""
    if not _HEAD.fullmatch(picture[: picture.find(b"\xff\xda") + 2]) or picture.find(b"\xff\xd9") != len(picture) - 2:
        return False
    try:
        with Image.open(io.BytesIO(picture), formats=("JPEG",)) as opened:
            opened.load()
            return max(opened.size) <= SIDE
    except BROKEN:
        return False


# JFIF, quantisation, frame and Huffman tables, each of the length it says, up to the scan.
_TABLE = b"\xff(?:\xdb\x00\x43.{65}|\xc0\x00\x11.{15}|\xc0\x00\x0b.{9}|\xc4\x00\x1f.{29}|\xc4\x00\xb5.{179})"
_HEAD = re.compile(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00.{9}(?:%b)+\xff\xda" % _TABLE, re.DOTALL)


def _small(opened: Image.Image) -> bytes:
    width, height = opened.size
    if width * height > LARGEST:
        return b""
    opened.draft("RGB", (2 * SIDE, 2 * SIDE))
    upright = ImageOps.exif_transpose(opened).convert("RGB")
    upright.thumbnail((SIDE, SIDE))
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)  # a new image carries none of the old one's notes
    kept = io.BytesIO()
    plain.save(kept, "JPEG", quality=82)
    return kept.getvalue()
