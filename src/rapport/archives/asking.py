"""What the owner is asked about an archive beside its reader's own questions."""

from collections import Counter

from rapport.formats.facts import PersonFact
from rapport.likeness.fits import Fit, best_fit
from rapport.likeness.names import read_names
from rapport.people import keys
from rapport.people.models import Book, MyIdentity
from rapport.readers.source import Choices
from rapport.readers.staged import Staged
from rapport.rights.suppress import Suppressed, Why


def stay_out(staged: Staged, suppressed: Suppressed) -> tuple[int, int]:
    """How many in it must not be added again, and how many only bear such a name: another person may be meant."""
    if not suppressed:
        return 0, 0
    facts = (fact for source in staged.sources() for part in staged.persons(source.kind) for fact in part)
    whys = Counter(why_out(fact, suppressed) for fact in facts)
    return whys["identity"], whys["name"]


def why_out(fact: PersonFact, suppressed: Suppressed) -> Why:
    """Why they are not to be added again; empty for anybody else."""
    return suppressed.why(identities=_held(fact), name=fact.name)


def _held(fact: PersonFact) -> list[str]:
    return [keys.identity(handle.platform, handle.handle) for handle in fact.handles]


def is_others(staged: Staged, choices: Choices) -> bool:
    """Whether it says for certain whose it is, and none of the names and handles there is known to be the owner's."""
    told = {(own.platform, keys.folded(own.handle)) for own in staged.mine() if own.is_sure}
    mine = {(platform, keys.folded(handle)) for platform, handle in choices.mine}
    return bool(told) and not told & mine


def somebody_else(staged: Staged, book: Book, choices: Choices) -> str:
    """Whose it says it is, if that can be no name of the owner's: both full, and nothing of the one in the other; and
    no handle there is known to be the owner's. Empty in doubt, as while the owner's full name is not known."""
    told = [own.handle for own in staged.mine() if own.is_sure and own.platform == "name"]
    own = MyIdentity.objects.filter(book=book, key__startswith="name:").values_list("shown", flat=True)
    known = [name for text in (book.owner.name, *own) for name in read_names(text) if len(name.words) > 1]
    theirs = [name for text in told for name in read_names(text) if len(name.words) > 1]
    is_certain = is_others(staged, choices) and best_fit(known, theirs) is Fit.UNLIKE
    return told[0] if is_certain else ""
