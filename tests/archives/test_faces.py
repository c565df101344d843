"""Photographs on cards: made small, plain, and harmless."""

import io

from PIL import Image

from rapport.archives.faces import SIDE, small_face


def picture(form: str = "PNG", size: tuple[int, int] = (900, 600), **how: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, (200, 120, 40)).save(made, form, **how)
    return made.getvalue()


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
    header = picture("PNG", (8, 8))
    bomb = header[:16] + (40_000).to_bytes(4, "big") + (40_000).to_bytes(4, "big") + header[24:]
    assert small_face(bomb) == b""
