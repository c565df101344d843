"""Photographs made small and plain: another file than the one that came, with nothing hidden in it."""

from __future__ import annotations  # what is imported later is named in signatures

import io
import re
import struct
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

SIDE = 192  # pixels
LARGEST = 50_000_000  # pixels before it is decoded
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")


class TooManyPixelsError(ValueError):
    """It would take more memory than a photograph is worth."""


def broken() -> tuple[type[Exception], ...]:
    """What reading raises where there is no whole picture."""
    return (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, struct.error)


def small_face(picture: bytes) -> bytes:
    """As `small`, for one picture of many: empty if it is none, or too large."""
    try:
        return small(picture)
    except broken():
        return b""


def small(picture: bytes, side: int = SIDE) -> bytes:
    """`picture` as a JPEG of at most `side` pixels a side, upright, without place, camera or thumbnail; of many
    pictures in one file the first. Raises `TooManyPixelsError`, and others of `broken()` where it is no whole picture.

    For confined processes only: it reads what came from outside.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            opened = Image.open(io.BytesIO(picture), formats=FORMATS)
        except Image.DecompressionBombError as bomb:
            raise TooManyPixelsError from bomb
        with opened:
            return _small(opened, side)


def is_plain(picture: bytes) -> bool:
    """Whether `picture` is such a file as `small_face` makes: a small JPEG of nothing but its picture, whole, with
    nothing hidden before, in or behind it."""
    if not _HEAD.fullmatch(picture[: picture.find(b"\xff\xda") + 2]) or picture.find(b"\xff\xd9") != len(picture) - 2:
        return False
    try:
        with Image.open(io.BytesIO(picture), formats=("JPEG",)) as opened:
            opened.load()
            return max(opened.size) <= SIDE
    except broken():
        return False


# JFIF, quantisation, frame and Huffman tables, each of the length it says, up to the scan.
_TABLE = b"\xff(?:\xdb\x00\x43.{65}|\xc0\x00\x11.{15}|\xc0\x00\x0b.{9}|\xc4\x00\x1f.{29}|\xc4\x00\xb5.{179})"
_HEAD = re.compile(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00.{9}(?:%b)+\xff\xda" % _TABLE, re.DOTALL)


def _small(opened: Image.Image, side: int) -> bytes:
    width, height = opened.size
    if width * height > LARGEST:
        raise TooManyPixelsError
    opened.draft("RGB", (2 * side, 2 * side))
    is_clear = opened.has_transparency_data
    mode = "RGBA" if is_clear else "RGB"
    decoded = opened if opened.mode in (mode, "L") else opened.convert(mode)
    decoded.thumbnail((side, side))  # before all that copies
    upright = ImageOps.exif_transpose(decoded).convert(mode)
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright if is_clear else None)  # a new image carries none of the old one's notes
    kept = io.BytesIO()
    plain.save(kept, "JPEG", quality=82)
    return kept.getvalue()
