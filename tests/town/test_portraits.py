"""The town's portraits: drawn, the same for the same person, and not for everybody."""

from io import BytesIO

from PIL import Image

from rapport.town import Town
from rapport.town.hub import hub_of
from rapport.town.looks import look
from rapport.town.portraits import portrait


def test_the_same_person_has_the_same_picture_in_every_town(port_amaranth: Town) -> None:
    ann = port_amaranth.by_id["ann"]
    assert portrait(look(ann)) == portrait(look(ann))
    assert portrait(look(ann)) != portrait(look(port_amaranth.by_id["bo"]))


def test_a_portrait_is_a_square_jpeg(port_amaranth: Town) -> None:
    with Image.open(BytesIO(portrait(look(port_amaranth.by_id["mo"])))) as picture:
        assert picture.format == "JPEG"
        assert picture.width == picture.height


def test_about_two_of_three_members_show_one(port_amaranth: Town) -> None:
    hub = hub_of(port_amaranth)
    shown = {one.handle: one.audience for one in hub.likenesses}
    assert 0.5 < len(shown) / len(hub.members) < 0.8
    assert "cy" not in shown
    assert shown["ann"] == 0
    assert set(shown.values()) == {0, 1, 2}
