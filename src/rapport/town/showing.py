"""Puts the evidence of planted passions where it belongs: notes, messages, requests, invitations, subjects."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import at_work, day_between, pick
from rapport.town.doings import Gathering, Rsvp, Talk
from rapport.town.gatherings import Diary
from rapport.town.passions import words_about
from rapport.town.planting import Plant
from rapport.town.talks import Thread, Writer, conversation_id
from rapport.town.truth import Evidence, Owner, Pair
from rapport.town.words import rows

_NOTED_SINCE = date(2018, 2, 1)


@dataclass(frozen=True)
class Remark:
    """A note or hobby on somebody in one source of one owner."""

    text: str
    on: date | None
    is_hobby: bool = False


@dataclass
class Shelf:
    """What has been put where: remarks by owner, person and source; texts of requests to connect by the two people."""

    remarks: dict[tuple[str, str, str], Remark] = field(default_factory=dict)
    requests: dict[tuple[str, str], str] = field(default_factory=dict)
    talks: list[Talk] = field(default_factory=list)
    gatherings: list[Gathering] = field(default_factory=list)


class Gardener:
    """Plants pairs into the shelf and says what evidence stands where."""

    def __init__(self, rng: Random, writer: Writer, diary: Diary, bonds: dict[tuple[str, str], Bond]) -> None:
        self.rng = rng
        self.writer = writer
        self.diary = diary
        self.bonds = bonds
        self.shelf = Shelf()

    def plant(self, owner: Owner, plant: Plant) -> Pair:
        told = _decoy_lines(plant.word) if plant.kind == "decoy" else ("", "")
        evidence = [
            self.show(owner, person, plant.word, slot, text)
            for person, slot, text in zip(plant.people, plant.slots, told, strict=True)
        ]
        if plant.known_by:
            self._seen_together(owner, plant)
        return Pair(owner.handle, plant.a, plant.b, plant.word, evidence[0], evidence[1])

    def show(self, owner: Owner, person: str, word: str, slot: str, text: str = "") -> Evidence:
        """Evidence of `word` in one slot (source-form), in `text` if given, else in a line made up for it."""
        source, _, form = slot.partition("-")
        words = text or words_about(self.rng, word, form)
        day = self._day(owner, person, source)
        shown_on: date | None = day
        match form:
            case "note" | "hobby":
                shown_on = None if form == "hobby" else day
                self.shelf.remarks[owner.person, person, source] = Remark(words, shown_on, form == "hobby")
            case "message" | "subject" | "body":
                self._talk(owner, person, source, form, words, day)
            case "invitation":
                shown_on = self.bonds[owner.person, person].connected_on
                self.shelf.requests[person, owner.person] = words
            case "title":
                self._invited(owner, person, words, day)
        paper = [paper for paper in owner.papers if paper.source == source][-1 if source == "linkedin" else 0]
        return Evidence(owner.handle, person, word, source, paper.path, form, words, shown_on)

    def _day(self, owner: Owner, person: str, source: str) -> date:
        """A weekday after they met, before the file was made."""
        bond = self.bonds[owner.person, person]
        until = min(paper.taken for paper in owner.papers if paper.source == source) - timedelta(days=60)
        since = max(_NOTED_SINCE, bond.met_on, bond.connected_on or bond.met_on)
        day = day_between(self.rng, min(since, until), until)
        return day - timedelta(days=day.weekday() % 5) if day.weekday() > 4 else day

    def _talk(self, owner: Owner, person: str, source: str, form: str, words: str, day: date) -> None:
        """The person says it, the owner answers within the day."""
        bond = self.bonds[owner.person, person]
        thread = self.writer.thread(self.rng, bond, source)
        if form == "subject":
            thread = Thread(thread.channel, thread.key, words, thread.address)
        at = at_work(self.rng, day)
        told = self.writer.line(self.rng, thread, "open", at, person, owner.person)
        if form != "subject":
            told = self.writer.write(thread, at, person, (owner.person,), words, thread.subject)
        later = at + timedelta(minutes=self.rng.randrange(5, 60))
        answer = self.writer.line(self.rng, thread, "reply", later, owner.person, person)
        self.shelf.talks += [told, answer]

    def _invited(self, owner: Owner, person: str, title: str, day: date) -> None:
        saturday = day + timedelta(days=5 - day.weekday())
        self.shelf.gatherings.append(
            self.diary.gathering(
                title=title,
                day=saturday,
                hour=pick(self.rng, (9, 10, 14), (2, 2, 1)),
                minutes=150,
                place=title.partition(", ")[2],
                organizer=person,
                guests=(Rsvp(owner.person, "accepted"),),
                calendars=(owner.handle,),
            )
        )

    def _seen_together(self, owner: Owner, plant: Plant) -> None:
        """A gathering, a mail to both or a thread of three shows that the two know each other."""
        day = max(self._day(owner, person, plant.known_by) for person in plant.people)
        if plant.known_by == "calendar":
            guests = (Rsvp(owner.person, "accepted"), Rsvp(plant.b, "accepted"))
            self.shelf.gatherings.append(
                self.diary.gathering(
                    title="Planning, the three of us", day=day, hour=11, organizer=plant.a, guests=guests,
                    calendars=(owner.handle,),
                )
            )  # fmt: skip
            return
        key = conversation_id(owner.person, *plant.people)
        thread = Thread(plant.known_by, key, title="The three of us" if plant.known_by == "linkedin" else "")
        subject = "For the two of you" if plant.known_by == "mail" else ""
        text = "You two know each other well, so I write to both: shall we three meet on Friday?"
        at = at_work(self.rng, day)
        self.shelf.talks.append(self.writer.write(thread, at, owner.person, plant.people, text, subject))
        for person in plant.people:
            at += timedelta(minutes=self.rng.randrange(5, 40))
            told = self.writer.line(self.rng, thread, "reply", at, person, owner.person)
            self.shelf.talks.append(replace(told, subject=f"Re: {subject}" if subject else ""))


def _decoy_lines(word: str) -> tuple[str, str]:
    row = next(row for row in rows("decoys.tsv") if row[0] == word)
    return row[1], row[2]
