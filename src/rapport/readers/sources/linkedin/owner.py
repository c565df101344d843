"""Whose archive this is: by the archive's own files, else by who is in every conversation, else by asking."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapport.formats.facts import AskFact, Fact, MineFact
from rapport.formats.handles import linkedin_slug
from rapport.readers.source import Choices
from rapport.readers.sources.linkedin.page import Page
from rapport.readers.sources.linkedin.roster import fold
from rapport.readers.sources.linkedin.survey import Survey


@dataclass
class Owner:
    """The profiles and folded names that are the owner's, the name as shown, and what must be asked about it."""

    slug: str = ""
    name: str = ""
    is_sure: bool = True
    options: tuple[str, ...] = ()
    slugs: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def is_me(self, slug: str, name: str) -> bool:
        if slug and self.slugs:
            return slug in self.slugs
        return fold(name) in self.names

    def told(self) -> Iterator[Fact]:
        """The owner's profile and name, and the question where they are only likely."""
        if self.slug:
            yield MineFact("linkedin", self.slug, self.is_sure)
        if self.name:
            yield MineFact("name", self.name, self.is_sure)
        if not self.is_sure and self.options:
            why = "The archive does not say whose it is; this is who takes part in most of its conversations."
            yield AskFact("owner", self.options, self.options[0], why)


def found(pages: dict[str, list[Page]], survey: Survey, choices: Choices) -> Owner:
    """The owner by, in this order: the answer given before, Profile.csv and Invitations.csv, the survey, and where
    all are silent the one profile that is known to be the member's."""
    slugs, names = _clues(pages)
    known = {handle for platform, handle in choices.mine if platform == "linkedin"}
    if answer := choices.answers.get("owner", ""):
        slugs, names = Counter(), Counter([answer])
    owner = Owner(name=_first(names), slug=_first(slugs))
    if not owner.name and not owner.slug:
        _guess(owner, survey, known)
    owner.names = {fold(name) for name in (*names, owner.name) if name}
    owner.slug = owner.slug or survey.senders.get(fold(owner.name), "")
    if owner.slug and not owner.name:
        owner.name = next((survey.shown[name] for name, slug in survey.senders.items() if slug == owner.slug), "")
    owner.slugs = ({owner.slug} if owner.slug else set()) | known
    return owner


def _guess(owner: Owner, survey: Survey, known: set[str]) -> None:
    likely, owner.is_sure = survey.likeliest()
    mine = [name for name, slug in survey.senders.items() if slug in known]
    if mine:
        likely, owner.is_sure = mine, True
    elif not likely and len(known) == 1:  # a list of connections alone does not say whose it is
        (owner.slug,), owner.is_sure = known, True
    owner.options = tuple(survey.shown[name] for name in likely)
    owner.name = owner.options[0] if owner.options else ""


def _clues(pages: dict[str, list[Page]]) -> tuple[Counter[str], Counter[str]]:
    """How often each profile and each name stands where the owner's should."""
    slugs: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for page in pages.get("invitations", []):
        words = ("from", "inviterprofileurl", "to", "inviteeprofileurl")
        sender, sender_url, receiver, receiver_url = (page.place(word) for word in words)
        direction = page.place("direction")
        for row in page.glance():
            is_out = row.cells[direction].casefold() == "outgoing"
            names[row.cells[sender if is_out else receiver]] += 1
            slugs[linkedin_slug(row.cells[sender_url if is_out else receiver_url])] += 1
    del slugs[""], names[""]
    names = Counter(dict(names.most_common(1)))
    for page in pages.get("profile", []):
        first, last = page.place("first name"), page.place("last name")
        for row in page.glance():
            names[f"{row.cells[first]} {row.cells[last]}".strip()] += 1_000_000  # it is named for its owner
    del names[""]
    return slugs, names


def _first(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else ""
