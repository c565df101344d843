"""What the archive as a whole knows, for the reading of each of its files."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapport.formats.facts import Fact, PersonFact, Taste, When
from rapport.formats.handles import linkedin_handle
from rapport.readers.source import Choices
from rapport.readers.sources.linkedin.owner import Owner
from rapport.readers.sources.linkedin.roster import Roster, slug_key
from rapport.readers.sources.linkedin.stays import Stays

_REMEMBERED = 500_000


@dataclass
class Known:
    """`as_of`: about when the archive was made, as far as it tells; what it says of jobs was true then."""

    owner: Owner
    roster: Roster
    choices: Choices
    as_of: When | None = None
    stays: Stays = field(default_factory=Stays)
    _met: set[str] = field(default_factory=set)

    def key(self, slug: str, name: str, company: str = "") -> str:
        """The key of the person behind a profile link, or behind a bare name."""
        return slug_key(self.roster.own_slug(slug, name)) if slug else self.roster.key(name, company)

    def mention(self, key: str, slug: str, name: str, circle: str = "") -> Iterator[Fact]:
        """Somebody who is only named here, told once; `circle` is a group both belong to."""
        mark = f"{key}\n{circle}" if circle else key
        if mark not in self._met:
            if len(self._met) > _REMEMBERED:
                self._met.clear()  # telling somebody twice does no harm
            self._met.add(mark)
            handles = (linkedin_handle(slug),) if slug else ()
            circles = (circle,) if circle else ()
            yield PersonFact(key, name, handles=handles, circles=circles, is_faint=True)

    def own(self, tastes: tuple[Taste, ...] = (), circles: tuple[str, ...] = ()) -> Iterator[Fact]:
        """Interests and groups of the owner, under the owner's own profile; faint, for it makes no Person."""
        owner = self.owner
        if owner.slug and (tastes or circles):
            handle = linkedin_handle(owner.slug)
            yield PersonFact(
                slug_key(owner.slug),
                owner.name,
                handles=(handle,),
                tastes=tastes,
                circles=circles,
                is_faint=True,
            )
