"""messages.csv in every era's columns: the conversations, and what should not be taken for one."""

from datetime import datetime, timedelta

from rapport.town.chance import at_work
from rapport.town.doings import Talk
from rapport.town.render.sight import Sight
from rapport.town.render.tables import columns, table

_BASE = ("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO")
_REST = ("DATE", "SUBJECT", "CONTENT", "FOLDER")
_TO_URLS = "RECIPIENT PROFILE URLS"
_HEADERS = {
    "2021-05": (*_BASE, *_REST),
    "2022-09": (*_BASE, *_REST),
    "2023-10": (*_BASE, _TO_URLS, *_REST),
    "2025-08": (*_BASE, _TO_URLS, *_REST, "ATTACHMENTS", "IS MESSAGE DRAFT"),
    "2026-03": (*_BASE, _TO_URLS, *_REST, "ATTACHMENTS", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"),
}
_SPONSORED = (
    '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%,</p><p>Our <b>webinar</b> fills fast: save a seat.</p>'
)


def messages(sight: Sight) -> str:
    """Newest conversation first, newest message first in each; quoted throughout since 2026."""
    header = _HEADERS[sight.paper.shape]
    records = [_record(sight, talk) for talk in _newest_first(sight.talks)]
    records += _dirt(sight)
    return table(header, columns(header, records), quote_all=sight.paper.shape == "2026-03")


def _newest_first(talks: tuple[Talk, ...]) -> list[Talk]:
    latest: dict[str, datetime] = {}
    for talk in talks:
        latest[talk.thread] = max(talk.at, latest.get(talk.thread, talk.at))
    return sorted(talks, key=lambda talk: (latest[talk.thread], talk.thread, talk.at), reverse=True)


def _record(sight: Sight, talk: Talk) -> dict[str, str]:
    names = ", ".join(sight.name(person, "linkedin") for person in talk.receivers)
    return {
        "CONVERSATION ID": talk.thread,
        "CONVERSATION TITLE": talk.title,
        "FROM": sight.name(talk.sender, "linkedin"),
        "SENDER PROFILE URL": _url(sight, talk.sender),
        "TO": names,
        _TO_URLS: ",".join(_url(sight, person) for person in talk.receivers),
        "DATE": _stamp(talk.at),
        "SUBJECT": talk.subject,
        "CONTENT": talk.text,
        "FOLDER": "INBOX",
        "IS MESSAGE DRAFT": "No",
        "IS CONVERSATION DRAFT": "No",
    }


def _url(sight: Sight, person: str) -> str:
    profile = sight.person(person).handle_on("linkedin")
    return profile.url if profile else ""


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _dirt(sight: Sight) -> list[dict[str, str]]:
    """Deleted members, sponsored mail, spam and drafts: none of them a word between people."""
    found = [
        _aimed(sight, f"2-RGVs{turn}==", "LinkedIn Member", "", "Are you still at the old address?")
        for turn in sight.times("deleted_members")
    ]
    found += [_aimed(sight, f"2-U3Bv{turn}==", "Grow Corp", "", _SPONSORED) for turn in sight.times("sponsored")]
    for turn in sight.times("spam"):
        url = f"https://www.linkedin.com/in/rex-dorn-{turn}"
        found.append(_aimed(sight, f"2-U3Bh{turn}==", "Rex Dorn", url, "Guaranteed returns, act today", "SPAM"))
    friends = [talk for talk in sight.talks if talk.sender == sight.owner.person]
    for turn in sight.times("drafts"):
        draft = {**_record(sight, friends[-1 - turn * 5]), "CONTENT": "half-written, to be", "IS MESSAGE DRAFT": "Yes"}
        found.append({**draft, "DATE": _stamp(at_work(sight.rng, sight.paper.taken - timedelta(days=2 + turn)))})
    return found


def _aimed(sight: Sight, thread: str, sender: str, url: str, text: str, folder: str = "INBOX") -> dict[str, str]:
    """A message to the owner from outside the circle."""
    me = sight.owner.person
    at = at_work(sight.rng, sight.paper.taken - timedelta(days=sight.rng.randrange(5, 300)))
    return {
        "CONVERSATION ID": thread,
        "FROM": sender,
        "SENDER PROFILE URL": url,
        "TO": sight.name(me, "linkedin"),
        _TO_URLS: _url(sight, me),
        "DATE": _stamp(at),
        "CONTENT": text,
        "FOLDER": folder,
        "IS MESSAGE DRAFT": "No",
        "IS CONVERSATION DRAFT": "No",
    }
