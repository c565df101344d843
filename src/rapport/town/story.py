"""The story's own facts, the same in every seed: the butterflies, the silence, the café, tonight's meeting."""

from collections import defaultdict
from datetime import date, timedelta
from math import log
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import TODAY, day_of
from rapport.town.contact import contacts
from rapport.town.doings import Gathering, Rsvp, Talk
from rapport.town.gatherings import Diary
from rapport.town.history import History
from rapport.town.passions import STORY
from rapport.town.showing import Remark, Shelf
from rapport.town.talks import KINDS, Thread, Writer
from rapport.town.truth import Evidence, Owner, Pair

BUTTERFLY_NOTE = "2016-05-12: Put in the new boiler. Loves butterflies, not a word at the chapter."
# Ann typed in that she met these at the chapter's open morning; she has written to them since.
MET_LATELY, MET_ON = ("john", "grace", "tunde"), date(2026, 11, 10)
WISH_NOTE = "Maritime lawyer. Lars says there is none better. Not met yet."
TONIGHT = ("rana", "oystein", "priya", "ines", "tunde")
_HORIZONS = (7, 14, 21, 30, 45, 60, 90, 180)
_SILENT_FROM = 11


def story_gatherings(diary: Diary) -> list[Gathering]:
    """Tonight, the café's first day, the Butterfly Count, and the chapter's weekly breakfast."""
    asked = tuple(Rsvp(person, "accepted") for person in ("ann", *TONIGHT, "zhanna"))
    return [
        diary.gathering(
            title="LinkedAmaranth", day=TODAY, hour=18, minute=30, minutes=150, organizer="mo", guests=asked,
            calendars=("ann", "mo"), place="The Lantern Room, 4 Quay Street, Port Amaranth", group="linkedamaranth",
            text="£5 at the door. No membership fee. Come alone, leave with three names.",
        ),
        diary.gathering(
            title="Mei-Ling's café opens", day=date(2026, 11, 23), hour=10, organizer="ann",
            guests=(Rsvp("meiling", "needs-action"),), calendars=("ann",),
            place="Lucky Cat Café, 12 Mill Lane, Port Amaranth",
        ),
        diary.gathering(
            title="Butterfly Count, Heron Marsh", day=date(2026, 8, 15), hour=10, minutes=150, organizer="brigid",
            guests=(Rsvp("ann", "accepted"),), calendars=("ann", "brigid"), place="Heron Marsh, north gate",
            text="Bring a hat. We count from the hide to the sluice.", came=("ann", "brigid"),
        ),
        diary.gathering(
            title="Harbour Chapter", day=date(2024, 1, 9), hour=7, minutes=90, organizer="ann", guests=(),
            calendars=("ann",), place="Harbour Hotel, Esplanade, Port Amaranth", group="harbour-chapter",
            rule="FREQ=WEEKLY;BYDAY=TU",
        ),
    ]  # fmt: skip


def story_pair(ann: Owner, shelf: Shelf) -> Pair:
    """Bo and Brigid: Ann's note of 2016 on Bo's card, and Brigid's invitation in Ann's calendar. The shelf also gets
    the card of Zhanna, whom Ann has yet to meet."""
    noted, counted = date(2016, 5, 12), date(2026, 8, 15)
    shelf.remarks["ann", "bo", "vcard"] = Remark(BUTTERFLY_NOTE, None)
    shelf.remarks["ann", "zhanna", "google"] = Remark(WISH_NOTE, None)
    card = next(paper for paper in ann.papers if paper.source == "vcard")
    calendar = next(paper for paper in ann.papers if paper.source == "calendar")
    of_bo = Evidence("ann", "bo", STORY, "vcard", card.path, "note", BUTTERFLY_NOTE, noted)
    of_brigid = Evidence(
        "ann", "brigid", STORY, "calendar", calendar.path, "title", "Butterfly Count, Heron Marsh", counted
    )
    return Pair("ann", "bo", "brigid", STORY, of_bo, of_brigid)


def settle(rng: Random, ann: Owner, bonds: list[Bond], history: History, writer: Writer) -> None:
    """Ann has answered everybody of late, and whom she would get back to sooner than to Mei-Ling she has just written
    to. What it takes is measured by the odds of getting back within some weeks, from days in touch and silence."""
    mine = {bond.person: bond for bond in bonds if bond.owner == ann.person and bond.channels}
    days = days_in_touch(ann, history)
    silent = days.pop("meiling")
    for person, bond in mine.items():
        is_met = person in MET_LATELY and max(days[person]) < MET_ON + timedelta(days=1)
        if is_met or (person in days and _comes_first(days[person], silent)):
            day = MET_ON + timedelta(days=2) if is_met else TODAY - timedelta(days=rng.choice((1, 2, 3, 6, 7, 8, 9)))
            _write_again(rng, bond, day, history, writer)
    _answer_all(rng, ann, mine, history, writer)


def days_in_touch(owner: Owner, history: History) -> dict[str, set[date]]:
    days: dict[str, set[date]] = defaultdict(set)
    for contact in contacts(owner, history.talks, history.gatherings):
        days[contact.person].add(contact.day)
    return dict(days)


def odds(days: set[date], horizon: int) -> float:
    """The logit of getting back within `horizon` days, from days in touch and days of silence."""
    silence = (TODAY - max(days)).days
    return -2.141 - 0.775 * log(silence / horizon + 0.05) + 0.680 * log(len(days))


def _comes_first(days: set[date], silent: set[date]) -> bool:
    if (TODAY - max(days)).days < _SILENT_FROM:
        return False
    return any(odds(days, horizon) > odds(silent, horizon) - 0.1 for horizon in _HORIZONS)


def _write_again(rng: Random, bond: Bond, day: date, history: History, writer: Writer) -> None:
    way = "linkedin" if "linkedin" in bond.channels else "mail"
    history.talks += writer.conversation(rng, bond, way, day)


def _answer_all(rng: Random, ann: Owner, bonds: dict[str, Bond], history: History, writer: Writer) -> None:
    """The last word of the last two months is Ann's."""
    last: dict[str, Talk] = {}
    for talk in history.talks:
        other = talk.sender if talk.sender != ann.person else talk.receivers[0]
        if ann.person in (talk.sender, *talk.receivers) and (other not in last or talk.at > last[other].at):
            last[other] = talk
    ways = {kind: way for way, kind in KINDS.items()}
    for person, talk in sorted(last.items()):
        if talk.sender == ann.person or (TODAY - day_of(talk.at)).days > 60 or person not in bonds:
            continue
        thread = writer.thread(rng, bonds[person], ways[talk.kind])
        thread = Thread(thread.channel, talk.thread, talk.subject.removeprefix("Re: "), talk.address)
        at = talk.at + timedelta(minutes=rng.randrange(3, 40))
        history.talks.append(writer.line(rng, thread, "thanks", at, ann.person, person))
