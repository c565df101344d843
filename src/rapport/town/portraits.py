"""Portraits of the town's people, drawn by a few plain shapes: no picture of anybody who lives."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

from rapport.town.looks import Colour, Look

SIDE = 192
_FINE = 2  # drawn larger; who makes it small makes it smooth
_HEAD = (61, 42, 131, 132)


class _Brush:
    """Draws in units of a portrait of SIDE a side."""

    def __init__(self, ground: Colour) -> None:
        self.image = Image.new("RGB", (SIDE * _FINE, SIDE * _FINE), ground)
        self.on = ImageDraw.Draw(self.image)

    def oval(self, box: tuple[float, ...], colour: Colour) -> None:
        self.on.ellipse(_fine(box), colour)

    def block(self, box: tuple[float, ...], colour: Colour, radius: float) -> None:
        self.on.rounded_rectangle(_fine(box), radius * _FINE, colour)

    def cut(self, box: tuple[float, ...], begin: int, end: int, colour: Colour) -> None:
        self.on.chord(_fine(box), begin, end, colour)

    def shape(self, points: tuple[float, ...], colour: Colour) -> None:
        self.on.polygon(_fine(points), colour)

    def arc(self, box: tuple[float, ...], begin: int, end: int, colour: Colour, width: float) -> None:
        self.on.arc(_fine(box), begin, end, colour, round(width * _FINE))


def portrait(look: Look) -> bytes:
    """A square picture, the same for the same look."""
    brush = _Brush(look.ground)
    _behind(brush, look)
    _body(brush, look)
    _face(brush, look)
    _CUTS[look.cut](brush, look.hair)
    if look.is_bespectacled:
        _glasses(brush)
    kept = BytesIO()
    brush.image.save(kept, "JPEG", quality=88)
    return kept.getvalue()


def _fine(numbers: tuple[float, ...]) -> list[float]:
    return [number * _FINE for number in numbers]


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with that share of `other`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _darker(colour: Colour, share: float = 0.16) -> Colour:
    return _mixed(colour, (40, 20, 20), share)


def _behind(brush: _Brush, look: Look) -> None:
    back = _darker(look.hair, 0.25)
    if look.cut == "long":
        brush.block((50, 36, 142, 168), back, 44)
    elif look.cut == "bob":
        brush.block((51, 36, 141, 130), back, 42)
    elif look.cut == "bun":
        brush.oval((76, 12, 116, 50), back)


def _body(brush: _Brush, look: Look) -> None:
    shade = _darker(look.skin)
    brush.block((20, 146, 172, 260), look.clothes, 44)
    if look.is_open:
        brush.shape((76, 144, 116, 144, 96, 178), shade)
        brush.shape((74, 142, 84, 144, 97, 178, 88, 190), _mixed(look.clothes, (255, 255, 255), 0.18))
        brush.shape((118, 142, 108, 144, 95, 178, 104, 190), _mixed(look.clothes, (255, 255, 255), 0.18))
    else:
        brush.oval((72, 130, 120, 162), _darker(look.clothes))
    brush.block((80, 108, 112, 154), shade, 14)


def _face(brush: _Brush, look: Look) -> None:
    ear, ink = _darker(look.skin, 0.08), _mixed(look.skin, (44, 28, 28), 0.86)
    for left in (54, 122):
        brush.oval((left, 82, left + 16, 104), ear)
    brush.oval(_HEAD, look.skin)
    if look.beard:
        _beard(brush, look)
    for middle in (81, 111):
        brush.oval((middle - 3.4, 84, middle + 3.4, 91.5), ink)
        brush.arc((middle - 9, 74, middle + 9, 90), 215, 325, _darker(look.hair, 0.4), 2.6)
    brush.arc((90, 88, 103, 103), 30, 130, _darker(look.skin, 0.3), 2.4)
    smile = _mixed(look.skin, (140, 44, 44), 0.62) if look.skin[0] > 150 else _mixed(look.skin, (50, 16, 18), 0.6)
    brush.cut((84, 98, 108, 120), 12, 168, smile)


def _beard(brush: _Brush, look: Look) -> None:
    """Of the colour of the hair; a short one lets the skin through."""
    colour = look.hair if look.beard == "full" else _mixed(look.skin, look.hair, 0.42)
    left, top, right, bottom = _HEAD
    low = bottom + (8 if look.beard == "full" else 1)
    brush.cut((left, top, right, low), 8, 172, colour)
    if look.beard == "short":
        brush.oval((81, 100, 111, 121), look.skin)


def _glasses(brush: _Brush) -> None:
    frame = (58, 50, 50)
    for middle in (81, 111):
        brush.arc((middle - 12.5, 75.5, middle + 12.5, 100), 0, 360, frame, 2.4)
    brush.arc((91, 81, 101, 91), 200, 340, frame, 2.4)


def _long(brush: _Brush, hair: Colour) -> None:
    brush.cut((55, 32, 137, 124), 186, 324, hair)
    brush.cut((55, 32, 137, 124), 262, 354, hair)


def _bob(brush: _Brush, hair: Colour) -> None:
    brush.cut((55, 34, 137, 116), 192, 348, hair)


def _bun(brush: _Brush, hair: Colour) -> None:
    brush.cut((58, 34, 134, 120), 200, 340, hair)


def _curls(brush: _Brush, hair: Colour) -> None:
    for across, down, radius in (
        (58, 78, 12), (57, 62, 14), (66, 47, 16), (82, 38, 17), (99, 36, 17), (116, 42, 17), (129, 54, 15),
        (136, 68, 13), (135, 80, 11), (82, 52, 13), (100, 50, 13), (114, 54, 12),
    ):  # fmt: skip
        brush.oval((across - radius, down - radius, across + radius, down + radius), hair)


def _short(brush: _Brush, hair: Colour) -> None:
    brush.cut((58, 34, 134, 112), 196, 344, hair)
    for left in (58, 127):
        brush.block((left, 58, left + 7, 84), hair, 3)


def _parted(brush: _Brush, hair: Colour) -> None:
    brush.cut((57, 31, 135, 116), 190, 300, hair)
    brush.cut((57, 31, 135, 116), 250, 352, hair)
    for left in (58, 127):
        brush.block((left, 62, left + 7, 86), hair, 3)


def _thin(brush: _Brush, hair: Colour) -> None:
    brush.cut((60, 39, 132, 128), 224, 316, hair)
    for left in (57, 127):
        brush.block((left, 66, left + 8, 90), hair, 4)


def _bald(brush: _Brush, hair: Colour) -> None:
    for left in (57, 127):
        brush.block((left, 72, left + 8, 92), hair, 4)


_CUTS: dict[str, Callable[[_Brush, Colour], None]] = {
    "long": _long, "bob": _bob, "bun": _bun, "curls": _curls, "short": _short, "parted": _parted, "thin": _thin,
    "bald": _bald,
}  # fmt: skip
