"""What two records of one person are likely to have in common: the keys by which they are brought together."""

from collections.abc import Callable, Hashable, Iterator
from itertools import combinations

from rapport.likeness.fields import family_names, given_names
from rapport.likeness.fits import LETTERS_FOR_A_SLIP, readings
from rapport.likeness.marks import SHORTEST_HANDLE, local_words, spellings
from rapport.likeness.names import Name
from rapport.likeness.scripts import skeleton
from rapport.likeness.shortnames import full_forms
from rapport.likeness.traits import Traits

Keys = Iterator[Hashable]
MOST_SPELT_LETTERS = 30


def mark_keys(traits: Traits) -> Keys:
    """Marks of one person: source keys, addresses, telephones, pages, and pages named as one's own."""
    yield from (("source", key) for key in traits.record.source_keys)
    yield from traits.marks
    yield from (("url", link) for link in traits.links)


def whole_names(traits: Traits) -> Keys:
    """All letters in order of the alphabet: any order of words, with or without hyphens."""
    for name in traits.names:
        yield "".join(sorted("".join(name.loose)))
        yield "".join(sorted(name.whole))


def supported_names(traits: Traits) -> Keys:
    """A name so common that its own block is too large still meets its namesakes of one company or place."""
    yield from ((words, hint) for words in traits.name_keys for hint in traits.hints)


def word_pairs(traits: Traits) -> Keys:
    """Two words of the name, one of them first or last; the given name also as what it is short for."""
    for name in traits.full_names:
        first, *_, last = words = name.loose
        yield from (tuple(sorted(pair)) for pair in combinations(words[:6], 2) if first in pair or last in pair)
        yield from (tuple(sorted((form, last))) for form in full_forms(first))
        yield from (tuple(sorted((form, first))) for form in full_forms(last))


def one_letter_less(traits: Traits) -> Keys:
    """Two names one slip apart are the same word once a letter is taken from each."""
    for name in traits.full_names:
        whole = "".join(name.words)
        if LETTERS_FOR_A_SLIP <= len(whole) <= MOST_SPELT_LETTERS:
            yield whole
            yield from (whole[:k] + whole[k + 1 :] for k in range(len(whole)))


def first_name_and_day(traits: Traits) -> Keys:
    for name in traits.names:
        for birthday in traits.birthdays:
            yield from ((form, birthday.month, birthday.day) for form in full_forms(name.loose[0]))


def run_together(traits: Traits) -> Keys:
    """Handles and what stands before the @, without dots and closing digits."""
    for words in (*traits.handles, *map(local_words, traits.personal_emails), *_handle_names(traits)):
        whole = "".join(words).rstrip("0123456789")
        if len(whole) >= SHORTEST_HANDLE:
            yield whole


def run_together_or_first(traits: Traits) -> Keys:
    yield from run_together(traits)
    yield from (words[0] for words in (*traits.handles, *_handle_names(traits)) if len(words) > 1 and len(words[0]) > 3)


def ways_to_run_together(traits: Traits) -> Keys:
    for name in traits.full_names:
        yield from spellings(name.words[0], name.words[-1])
        yield "".join(name.words)
        yield name.words[0]


def initials(traits: Traits) -> Keys:
    yield from ((n.loose[0], n.loose[-1]) for n in traits.full_names if len(n.loose[0]) == 1)


def words_by_initial(traits: Traits) -> Keys:
    yield from ((n.loose[0][0], n.loose[-1]) for n in traits.full_names if len(n.loose[0]) > 1)


def single_words(traits: Traits) -> Keys:
    for name in traits.names:
        if not name.is_full:
            yield from full_forms(name.loose[0])


def first_words(traits: Traits) -> Keys:
    for name in traits.full_names:
        yield from full_forms(name.loose[0])


def other_scripts(traits: Traits) -> Keys:
    for name in traits.names:
        if name.script != "latin":
            yield from _sounds(name)


def latin_sounds(traits: Traits) -> Keys:
    for name in traits.names:
        if name.script == "latin":
            yield from _sounds(name)


def particulars(traits: Traits) -> Keys:
    """A rare thing alone, or two common ones together: what brings dirty records together."""
    given, family = given_names(traits), family_names(traits)
    names = [name for name in (*given, *family) if name]
    days = [f"{day.year:04}{day.month:02}{day.day:02}" for day in traits.birthdays]
    yield from ("".join(sorted(pair)) for pair in ((g, f) for g in given for f in family) if all(pair))
    yield from days
    yield from traits.emails
    yield from traits.addresses
    yield from ("@" + "".join(local_words(email)) for email in traits.emails)
    yield from ("@@" + email.rpartition("@")[2] for email in traits.emails)
    common = [*traits.postcodes, *traits.localities, *traits.addresses]
    common += [part for day in days for part in (day[:4], day[4:], day[2:6])]
    yield from ((name, hint) for name in names for hint in common)
    yield from ((code, part) for code in traits.postcodes for day in days for part in (day[:4], day[4:]))
    yield from ((code, address[:5]) for code in traits.postcodes for address in traits.addresses)
    yield from ((day[:6], place[:3]) for day in days for place in traits.localities)


def _handle_names(traits: Traits) -> list[tuple[str, ...]]:
    return [name.words for name in traits.names if name.is_handle or not name.is_full]


def _sounds(name: Name) -> Keys:
    yield tuple(sorted(map(skeleton, name.words)))
    yield from readings(name)


NAME_KEYS: tuple[Callable[[Traits], Keys], ...] = (
    whole_names,
    supported_names,
    word_pairs,
    one_letter_less,
    first_name_and_day,
    run_together,
)
DIRECTED_KEYS: tuple[tuple[Callable[[Traits], Keys], Callable[[Traits], Keys]], ...] = (
    (run_together_or_first, ways_to_run_together),
    (initials, words_by_initial),
    (single_words, first_words),
    (other_scripts, latin_sounds),
)
PARTICULAR_KEYS = (particulars,)
