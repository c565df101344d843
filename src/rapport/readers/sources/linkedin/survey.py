"""A first look through the messages: who writes from which profile, and who is in every conversation."""

from collections import Counter
from dataclasses import dataclass, field

from rapport.formats.handles import linkedin_slug
from rapport.readers.sources.linkedin.page import Page
from rapport.readers.sources.linkedin.roster import MOST_NAMES, fold

SURE_SHARE = 0.9
SURE_CONVERSATIONS = 3


@dataclass
class Survey:
    """`senders`: folded name -> the profile it writes from (empty: several do); `present`: folded name -> number of
    conversations it is in; `shown`: folded name -> the name as shown; `owners`: folded name -> messages whose
    own column of the way, as the oldest archives have it, makes it the owner's."""

    conversations: int = 0
    senders: dict[str, str] = field(default_factory=dict)
    present: Counter[str] = field(default_factory=Counter)
    shown: dict[str, str] = field(default_factory=dict)
    owners: Counter[str] = field(default_factory=Counter)
    _latest: str = ""
    _there: set[str] = field(default_factory=set)

    def look(self, page: Page) -> None:
        places = [page.place(word) for word in ("conversation id", "from", "sender profile url", "to")]
        to_urls, way = page.place("recipient profile urls"), page.place("direction")
        for row in page.glance():
            conversation, sender, url, to = (row.cells[place] for place in places)
            if conversation != self._latest or not conversation:
                self._latest, self._there = conversation, set()
                self.conversations += 1
            self._see(sender, linkedin_slug(url))
            if said := row.cells[way].casefold():
                self.owners[fold(sender if said == "outgoing" else to)] += 1
            to_slug = linkedin_slug(row.cells[to_urls])  # several links joined make none
            for name in {to, *to.split(", ")[:50]}:
                self._see(name, to_slug if name == to else "")

    def likeliest(self) -> tuple[list[str], bool]:
        """The names (folded) that may be the owner's, best first, and whether the first is beyond doubt."""
        if self.owners:
            return [name for name, _ in self.owners.most_common(1) if name in self.shown], True
        ranked = self.present.most_common(3)
        if not ranked:
            return [], False
        first, second = ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0
        is_sure = (
            self.conversations >= SURE_CONVERSATIONS
            and first >= SURE_SHARE * self.conversations
            and second <= first * 0.7
        )
        return [name for name, count in ranked if count * 2 > first], is_sure

    def _see(self, name: str, slug: str) -> None:
        folded = fold(name)
        if not folded or folded == "linkedin member" or (folded not in self.present and len(self.present) > MOST_NAMES):
            return
        if folded not in self._there:
            self._there.add(folded)
            self.present[folded] += 1
            self.shown.setdefault(folded, name)
        if slug and self.senders.setdefault(folded, slug) != slug:
            self.senders[folded] = ""
