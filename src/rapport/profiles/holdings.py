"""What this room holds about members and in books, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.profiles import models as held

SHOWN = (
    Holding(held.Profile, "member", export="hub.profile", erase="keep"),
    Holding(held.Offer, "member", export="hub.offers", erase="keep"),
    Holding(held.Wanted, "member", export="hub.wanted", erase="keep"),
    Holding(held.Expertise, "member", export="hub.expertise", erase="keep"),
    Holding(held.ShownInterest, "member", export="hub.interests", erase="keep"),
    Holding(held.Way, "member", export="hub.ways", erase="keep"),
    Holding(held.ProfileLink, "member", export="hub.links", erase="keep"),
    Holding(held.Proof, "member", export="hub.proofs", erase="keep"),
    Holding(held.OfferedFile, "member", export="hub.files", erase="keep"),
    Holding(held.Portrait, "member", export="hub.portrait", erase="keep"),
    Holding(held.FindableWord, "member", export="not: made anew from the profile", erase="keep"),
)
IN_BOOKS = (
    Holding(
        held.NotSame,
        "book",
        ("person",),
        equal_by=("person", "member"),
        export="not: members of this hub are nobody elsewhere",
    ),
)
