"""A profile as a vCard and as JSON-LD: what the viewer sees, and nothing more."""

import json
from typing import Any

from markupsafe import Markup

from rapport.formats.vcard import Draft
from rapport.kit.vcard.write import write
from rapport.members.models import Member
from rapport.profiles.models import Portrait
from rapport.profiles.proofs import home_of
from rapport.profiles.seen import Seen
from rapport.profiles.showing import Shown

# In a script element even a data block ends at its end tag, and a comment swallows what follows.
_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def vcard(seen: Seen, shown: Shown) -> bytes:
    """The card of version 4.0."""
    member = seen.member
    draft = Draft(member.name, home_of(member))
    for part in (*shown.of("way"), *shown.of("link")):
        if part.kind == "way":
            draft.handle(part.more, part.text)
        else:
            platform, _, handle = part.key.partition(":")
            draft.handle(platform, handle, part.text)
    draft.handle("web", "", home_of(member))
    if shown.business:
        draft.job("", shown.business)
    if shown.place:
        draft.home(shown.place, locality=shown.place)
    for part in shown.of("expertise"):
        draft.taste(part.text, "expertise")
    for part in shown.of("interest"):
        draft.taste(part.text)
    draft.photo(_picture(member) if shown.photo else b"")
    return write([draft.card()])


def _picture(member: Member) -> bytes:
    found = Portrait.objects.filter(member=member).first()
    return bytes(found.picture) if found else b""


def json_ld(seen: Seen, shown: Shown) -> Markup:
    """schema.org's ProfilePage, for a data block of the page."""
    home = home_of(seen.member)
    person: dict[str, Any] = {
        "@type": "Person",
        "name": seen.member.name,
        "alternateName": seen.member.handle,
        "url": home,
        "jobTitle": shown.business,
        "image": home.removesuffix(seen.member.path) + shown.photo if shown.photo else "",
        "homeLocation": {"@type": "Place", "name": shown.place} if shown.place else "",
        "email": [way.text for way in shown.of("way") if way.more == "email"],
        "telephone": [way.text for way in shown.of("way") if way.more == "phone"],
        "sameAs": [link.text for link in shown.of("link")],
        "knowsAbout": [part.text for part in shown.of("expertise")],
        "makesOffer": [{"@type": "Offer", "name": part.text} for part in shown.of("offer")],
    }
    page = {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "mainEntity": {name: value for name, value in person.items() if value},
    }
    return Markup(json.dumps(page, ensure_ascii=False).translate(_HARMLESS))  # noqa: S704 - no sign of markup is left
