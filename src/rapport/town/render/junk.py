"""What fills a mailbox and is no word between people: spam, newsletters, robots, drafts, crowds, strangers."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from rapport.town.chance import at_work
from rapport.town.render.letters import Letter
from rapport.town.render.sight import Sight

_LISTS = ("gazette.example", "amaranthexpo.example", "chamber.example", "spindrift.example")
_CROWD = 60


def junk(sight: Sight) -> Iterator[Letter]:
    """All planned dirt of a mailbox."""
    for turn in sight.times("spam"):
        yield _to_me(sight, "spam", turn, f"Prize {turn} <win{turn}@lucky.example>", "You have won", "Spam")
    for turn in sight.times("newsletters"):
        host = _LISTS[turn % len(_LISTS)]
        marks = (f"List-Id: <news.{host}>", f"List-Unsubscribe: <https://{host}/stop>", "Precedence: bulk")
        yield _to_me(sight, "news", turn, f"News <news@{host}>", f"The week in town, {turn + 1}", "Inbox", marks)
    for turn in sight.times("noreply"):
        extra = ("Auto-Submitted: auto-generated",)
        yield _to_me(sight, "robot", turn, "Harbour Parking <noreply@parking.example>", "Your receipt", "Inbox", extra)
    for turn in sight.times("promotions"):
        label = "Category Promotions,Unread"
        yield _to_me(sight, "promo", turn, "Half Price <offers@shoes.example>", "Only until Sunday", label)
    for turn in sight.times("strangers"):
        yield _to_me(sight, "cold", turn, f"Cold Call <hello{turn}@sales.example>", "A minute of your time?", "Inbox")
    for turn in sight.times("chats"):
        yield _to_me(sight, "chat", turn, "", "Chat", "Chat")
    for turn in sight.times("bad_dates"):
        yield _to_me(
            sight, "when", turn, f"Old Clock <clock{turn}@sales.example>", "From the attic", "Inbox", (), "Thu"
        )
    yield from _mine(sight)


def _mine(sight: Sight) -> Iterator[Letter]:
    """Drafts never sent, and one mail to sixty at once."""
    me = f"{sight.name(sight.owner.person, 'mail')} <{sight.own_address}>"
    for turn in sight.times("drafts"):
        friend = next(entry for entry in sight.entries if entry.source == "mail")
        to = (f"<{friend.emails[0]}>",)
        yield Letter(f"draft{turn}-{sight.owner.handle}", _when(sight), me, to, "Draft", "Dear", "Drafts")
    for turn in sight.times("crowd"):
        crowd = tuple(f"<guest{number}@crowd.example>" for number in range(_CROWD))
        yield Letter(f"crowd{turn}-{sight.owner.handle}", _when(sight), me, crowd, "To all of you", "See you", "Sent")


def _to_me(
    sight: Sight, kind: str, turn: int, sender: str, subject: str, label: str,
    extra: tuple[str, ...] = (), date_text: str = "",
) -> Letter:  # fmt: skip
    key = f"{kind}{turn}-{sight.owner.handle}"
    to = (f"<{sight.own_address}>",)
    return Letter(key, _when(sight), sender, to, subject, f"{subject}.", label, extra=extra, date_text=date_text)


def _when(sight: Sight) -> datetime:
    return at_work(sight.rng, sight.paper.taken - timedelta(days=sight.rng.randrange(10, 900)))
