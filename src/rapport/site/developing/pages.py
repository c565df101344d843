"""The pages that `rapport shots` renders: those a change of looks should be judged by."""

from typing import NamedTuple


class Shown(NamedTuple):
    """`viewer` is the key of the demo's switch: ann, bo, mo, cy, or nobody's empty word."""

    name: str
    path: str
    viewer: str = "ann"
    status: int = 200


PAGES = (
    Shown("today", "/"),
    Shown("people", "/people/"),
    Shown("person", "/people/1/"),
    Shown("enter", "/enter/login/", viewer=""),
    Shown("lost", "/there/is/no/such/page/", status=404),
)
