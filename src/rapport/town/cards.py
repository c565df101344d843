"""Which of an owner's people are in which address book, and what the card says: often less than the whole truth."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rapport.town.addresses import linkedin_url
from rapport.town.bonds import Bond
from rapport.town.cast import SPOUSES
from rapport.town.chance import day_between
from rapport.town.folk import Company, Person
from rapport.town.passions import common, words_about
from rapport.town.showing import Remark
from rapport.town.shown import shown
from rapport.town.truth import Entry, Paper
from rapport.town.words import lines

BOOKS = ("google", "outlook", "vcard")
_HARD = frozenset({"maiden", "nickname", "order"})
_INNER = 50


@dataclass(frozen=True)
class Clerk:
    """Writes the cards of one owner's address books. `reused` maps a person to a number that is now somebody else's;
    `sure` names (person, source) of the cards that must be there and show a number."""

    rng: Random
    people: dict[str, Person]
    companies: dict[str, Company]
    remarks: dict[tuple[str, str, str], Remark]
    reused: dict[str, str]
    sure: frozenset[tuple[str, str]]

    def card(self, bond: Bond, paper: Paper) -> Entry:
        """The card of one person as typed some day after they met."""
        rng, person = self.rng, self.people[bond.person]
        written = _written(rng, bond, paper)
        form = shown(person.name, paper.source)
        emails = _some_emails(rng, person)
        note, hobby = self._remark(bond, paper)
        work = person.work_on(written)
        return Entry(
            owner=paper.owner,
            file=paper.path,
            source=paper.source,
            key="",
            person=person.id,
            name=form.text,
            given=form.given,
            family=form.family,
            nickname=form.nickname,
            maiden=form.maiden,
            emails=emails,
            phones=self._phones(person, paper, emails),
            urls=self._urls(person, paper),
            organization=self._firm(work.company) if work and rng.random() < 0.95 else "",
            title=work.title if work and rng.random() < 0.7 else "",
            birthday=person.birthday if rng.random() < 0.6 else None,
            has_birth_year=rng.random() < 0.8,
            note=note,
            hobby=hobby,
            spouse=self._spouse(person),
            through=self.people[bond.through].name.full if bond.through and rng.random() < 0.6 else "",
            labels=(bond.group,) if bond.group and rng.random() < 0.6 else (),
        )

    def twin(self, card: Entry) -> Entry | None:
        """Sometimes a second card in the same book, typed from another slip of paper: the telephone only."""
        person = self.people[card.person]
        if self.rng.random() > 0.05 or not person.phones or person.id in self.reused or not card.emails:
            return None
        form = shown(person.name, card.source)
        return Entry(
            card.owner, card.file, card.source, "", person.id, form.text, form.given, form.family, phones=person.phones
        )

    def _phones(self, person: Person, paper: Paper, emails: tuple[str, ...]) -> tuple[str, ...]:
        if person.id in self.reused:
            return (self.reused[person.id],)
        is_sure = not emails or (person.id, paper.source) in self.sure
        return person.phones if is_sure or self.rng.random() < 0.8 else ()

    def _urls(self, person: Person, paper: Paper) -> tuple[str, ...]:
        """Profiles, those of people with changing names more often; a slug may be one that has changed since."""
        found = []
        profile = person.handle_on("linkedin")
        if profile and self.rng.random() < (0.85 if person.name.case in _HARD else 0.62):
            found.append(linkedin_url(person.old_slug or profile.handle))
        page = person.handle_on("facebook")
        if page and paper.source != "outlook" and self.rng.random() < 0.4:
            found.append(page.url)
        return tuple(found)

    def _firm(self, name: str) -> str:
        company = self.companies[name]
        return self.rng.choice(company.variants) if self.rng.random() < 0.15 else company.name

    def _remark(self, bond: Bond, paper: Paper) -> tuple[str, str]:
        """Note and hobby: what was planted, else now and then how they met or a common passion."""
        remark = self.remarks.get((bond.owner, bond.person, paper.source))
        if remark:
            text = f"{remark.on.isoformat()}: {remark.text}" if remark.on else remark.text
            return ("", text) if remark.is_hobby else (text, "")
        roll = self.rng.random()
        if roll < 0.05 and bond.layer > _INNER and bond.person.startswith("p-"):
            word = self.rng.choice(common()[:4] if paper.owner == "ann" else common())
            return words_about(self.rng, word, "note"), ""
        return (self.how_met(bond), "") if roll < 0.4 else ("", "")

    def how_met(self, bond: Bond, is_dated: bool = True) -> str:
        """One line on how they met, with the day or without; empty if there is nothing to say."""
        through = self.people[bond.through].name.full if bond.through else ""
        wanted = [text for text in lines("met_lines.txt") if _fits(text, bond.group, through)]
        if not wanted:
            return ""
        text = self.rng.choice(wanted).format(group=bond.group, through=through)
        return f"{bond.met_on.isoformat()}: {text}" if is_dated and self.rng.random() < 0.5 else text

    def _spouse(self, person: Person) -> str:
        return self.people[SPOUSES[person.id]].name.full if person.id in SPOUSES else ""


def likely(rng: Random, bond: Bond) -> float:
    """How soon a person gets a card: the near ones first; between 0 and 1, larger is sooner."""
    return {5: 0.95, 15: 0.9, 50: 0.6, 150: 0.45}.get(bond.layer, 0.3) * (0.5 + rng.random())


def _fits(text: str, group: str, through: str) -> bool:
    return ("{group}" not in text or bool(group)) and ("{through}" not in text or bool(through))


def _written(rng: Random, bond: Bond, paper: Paper) -> date:
    first = min(max(bond.met_on, date(2010, 1, 1)), paper.taken)
    if rng.random() < 0.72:
        first = max(first, paper.taken - timedelta(days=500))
    return day_between(rng, first, paper.taken)


def _some_emails(rng: Random, person: Person) -> tuple[str, ...]:
    roll = rng.random()
    if roll < 0.06 and person.phones:
        return ()
    return person.emails if roll < 0.78 else person.emails[:1]
