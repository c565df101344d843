"""Pictures from outside are drawn anew in a process of their own: what is hidden in them does not come through, and
what is no picture does no harm."""

import io
import sys
import zipfile
from collections.abc import Iterator

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from kit.pictures.drawing import bomb, picture
from rapport.kit.pictures import redraw
from rapport.kit.pictures.redraw import NO_PICTURE, TOO_LARGE, PictureRefusedError, redrawn
from rapport.kit.pictures.small import is_plain

SECRET = b"secret harbour"


def drawn(content: bytes, side: int = 192) -> bytes:
    return redrawn(io.BytesIO(content), side=side)


def refusal(content: bytes) -> str:
    with pytest.raises(PictureRefusedError) as refused:
        drawn(content)
    return str(refused.value.sentence)


def telling() -> Iterator[tuple[str, bytes]]:
    """Pictures that each say something beside what they show."""
    word = SECRET.decode()
    exif = Image.Exif()
    exif[0x010F] = word
    exif.get_ifd(0x8825)[29] = word  # the day at which a satellite said where
    yield "place", picture("JPEG", exif=exif)
    yield "xmp", picture("JPEG", xmp=b"<x:xmpmeta>%b</x:xmpmeta>" % SECRET)
    yield "comment", picture("JPEG", comment=SECRET)
    yield "words", picture("PNG", pnginfo=_words(word))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    yield "colours", picture("JPEG", icc_profile=profile + SECRET)
    yield "webp", picture("WEBP", exif=exif, xmp=SECRET)
    yield "behind", picture("GIF") + _zip()
    yield "thumbnail", picture("JPEG", exif=exif.tobytes() + picture("JPEG", (20, 20), comment=SECRET))


def _words(word: str) -> PngImagePlugin.PngInfo:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", word)
    told.add_itxt("XML:com.adobe.xmp", word)
    return told


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(SECRET.decode(), SECRET)
    return held.getvalue()


@pytest.mark.parametrize("content", [pytest.param(content, id=name) for name, content in telling()])
def test_only_what_it_shows_comes_through(content: bytes) -> None:
    assert SECRET in content
    made = drawn(content)
    assert SECRET not in made
    assert is_plain(made)


def test_a_moving_picture_of_ten_thousand_stands_still() -> None:
    frames = [Image.new("P", (4, 4), number % 2) for number in range(10_000)]
    held = io.BytesIO()
    frames[0].save(held, "GIF", save_all=True, append_images=frames[1:])
    assert is_plain(drawn(held.getvalue()))


def test_it_is_as_large_as_is_asked() -> None:
    with Image.open(io.BytesIO(drawn(picture(), side=400))) as made:
        assert made.size == (400, 267)


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    with Image.open(io.BytesIO(drawn(picture("JPEG", (300, 100), exif=exif)))) as made:
        assert made.size == (64, 192)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff",
        picture()[:400],
        picture("TIFF"),
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        b"push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://far.example/x)'\n",
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
    ],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    assert refusal(content) == NO_PICTURE


def test_what_is_too_large_is_refused_before_it_is_decoded() -> None:
    assert refusal(bomb()) == TOO_LARGE
    assert refusal(bytes(10_000_001)) == TOO_LARGE


def test_a_process_that_dies_or_hangs_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redraw, "_COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    assert refusal(picture()) == NO_PICTURE
    monkeypatch.setattr(redraw, "_SECONDS", 0.2)
    monkeypatch.setattr(redraw, "_COMMAND", (sys.executable, "-c", "import time; time.sleep(9)"))
    assert refusal(picture()) == NO_PICTURE
