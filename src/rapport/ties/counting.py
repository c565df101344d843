"""Which kinds of interaction warm a tie (ADVICE section 1): real exchanges do, gestures and broadcasts do not; and
which of them are in person, which online."""

COUNTING = frozenset(
    ("message", "mail", "call", "meeting", "reply", "comment", "thanks", "introduction", "greeting", "recommendation")
)
MEETINGS = ("meeting",)
NEITHER = ("call",)  # a call is contact, but neither online nor in person
ROOM_FULL = 50  # a mail or gathering of more people than this is nobody's conversation


def counts(kind: str, parties: int, is_mass: bool) -> bool:
    """Whether an interaction of `kind` with `parties` other participants makes contact days."""
    return kind in COUNTING and not is_mass and parties <= ROOM_FULL
