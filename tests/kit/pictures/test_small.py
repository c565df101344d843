"""Photographs on cards: made small, plain, and harmless."""

import io

from PIL import Image

from kit.pictures.drawing import bomb, picture
from rapport.kit.pictures.small import SIDE, small_face


def test_a_photograph_becomes_a_small_jpeg() -> None:
    with Image.open(io.BytesIO(small_face(picture()))) as face:
        assert face.format == "JPEG"
        assert max(face.size) == SIDE


def test_where_it_was_taken_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "secret camera"
    face = small_face(picture("JPEG", exif=exif))
    assert b"secret" not in face
    with Image.open(io.BytesIO(face)) as small:
        assert not small.getexif()


def test_what_is_no_picture_is_left_out() -> None:
    assert small_face(b"") == b""
    assert small_face(b"<svg onload=alert(1)>") == b""
    assert small_face(picture()[:60]) == b""


def test_a_picture_of_a_billion_pixels_is_not_decoded() -> None:
    assert small_face(bomb()) == b""


def test_what_can_be_seen_through_becomes_white() -> None:
    clear = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(clear, "PNG")
    with Image.open(io.BytesIO(small_face(clear.getvalue()))) as face:
        assert face.getpixel((5, 5)) == (255, 255, 255)
