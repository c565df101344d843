"""Pictures to be made plain."""

import io
import zlib

from PIL import Image


def picture(form: str = "JPEG", size: tuple[int, int] = (900, 600), **how: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, (200, 120, 40)).save(made, form, **how)
    return made.getvalue()


def bomb() -> bytes:
    """A few bytes that claim to be 40,000 dots high and wide."""
    made = picture("PNG", (8, 8))
    side = (40_000).to_bytes(4, "big")
    header = made[12:16] + side + side + made[24:29]
    return made[:12] + header + zlib.crc32(header).to_bytes(4, "big") + made[33:]
