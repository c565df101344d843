"""The pages that `rapport shots` renders: those a change of looks should be judged by."""

from typing import NamedTuple


class Shown(NamedTuple):
    """`viewer` is the key of the demo's switch: ann, bo, mo, cy, or nobody's empty word. A name in braces stands for
    the number that this person has in the viewer's book."""

    name: str
    path: str
    viewer: str = "ann"
    status: int = 200


PAGES = (
    Shown("today", "/"),
    Shown("people", "/people/"),
    Shown("person-bo", "/people/{Bo Lindqvist}/"),
    Shown("person-mei-ling", "/people/{Mei-Ling Chan}/"),
    Shown("person-brigid", "/people/{Brigid}/"),
    Shown("timeline", "/people/{Bo Lindqvist}/timeline/"),
    Shown("about", "/people/{Bo Lindqvist}/about/"),
    Shown("add", "/add/"),
    Shown("met", "/met/"),
    Shown("promises", "/promises/"),
    Shown("favours", "/favours/"),
    Shown("wishes", "/wishes/"),
    Shown("lists", "/lists/"),
    Shown("introductions", "/introductions/"),
    Shown("connections", "/connections/"),
    Shown("suggested", "/connections/suggested/"),
    Shown("imports", "/imports/"),
    Shown("same", "/same/"),
    Shown("search", "/search/?q=butterflies"),
    Shown("occasions", "/occasions/"),
    Shown("organizations", "/organizations/"),
    Shown("matters", "/matters/"),
    Shown("settings", "/settings/"),
    Shown("groups", "/groups/"),
    Shown("start-a-group", "/groups/start/?kind=chapter"),
    Shown("members", "/members/"),
    Shown("your-profile", "/profile/"),
    Shown("your-profile-links", "/profile/?open=links"),
    Shown("your-profile-as-seen", "/profile/seen/members/"),
    Shown("known", "/known/"),
    Shown("today-of-mo", "/", viewer="mo"),
    Shown("today-of-cy", "/", viewer="cy"),
    Shown("host", "/host/", viewer="mo"),
    Shown("front", "/", viewer=""),
    Shown("enter", "/enter/login/", viewer=""),
    Shown("lost", "/there/is/no/such/page/", status=404),
)
