"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.trust.models import Testimonial, Vouch

HELD = (
    Holding(Vouch, "by", export="hub.vouches", erase="keep"),
    Holding(Testimonial, "by", export="hub.testimonials", erase="keep"),
)
