"""What is said on the hub: posts and comments, questions and answers, thanks, vouches, testimonials, messages."""

from rapport.town.chance import NOW, local
from rapport.town.hub.groups import Roster
from rapport.town.hub.people import vouching
from rapport.town.hub.reading import listed, moment, prose
from rapport.town.hub.shapes import Column, Pairing, Plea, Said, Words
from rapport.town.places import places
from rapport.town.truth import Town
from rapport.town.words import lines, rows

SKILL = "Pricing advice"
_TAGS = (
    ("ann", "eventprofs"), ("ann", "pricing"), ("brigid", "eventprofs"), ("priya", "eventprofs"), ("mo", "eventprofs"),
    ("leon", "eventprofs"), ("oystein", "lighting"), ("tunde", "smallfirms"), ("cy", "linkedamaranth"),
    ("dee", "pricing"), ("rana", "grants"), ("zhanna", "contracts"), ("john", "heatpumps"),
)  # fmt: skip


def posts(known: Roster) -> tuple[Words, ...]:
    found = []
    for key, by, at, audience, group, title, body in rows("hub/posts.tsv"):
        whose = "" if group == "-" else group
        found.append(Words(key, known.whom(by), moment(at), prose(body), title, audience, whose))
    return tuple(sorted(found, key=lambda one: one.at))


def comments(known: Roster) -> tuple[Words, ...]:
    found = [
        Words(key, known.whom(by), moment(at), prose(body), parent=int(parent or 0))
        for key, by, at, parent, body in rows("hub/comments.tsv")
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def columns() -> tuple[Column, ...]:
    """What members write on blogs of their own."""
    found = [
        Column(by, blog, moment(at), title, lead, listed(tags))
        for by, blog, at, title, lead, tags in rows("hub/blogs.tsv")
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def tags() -> tuple[Pairing, ...]:
    return tuple(Pairing(who, word, local(NOW.date().replace(day=2), 12)) for who, word in _TAGS)


def pleas(known: Roster) -> tuple[Plea, ...]:
    found = [
        Plea(key, known.whom(by), moment(at), to, title, prose(text), sort)
        for key, by, at, to, title, text, sort in ((*row, "")[:7] for row in rows("hub/asks.tsv"))
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def answers(known: Roster) -> tuple[Said, ...]:
    found = [
        Said(known.whom(by), to, moment(at), prose(text), state=state)
        for to, by, at, state, text in rows("hub/answers.tsv")
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def thanks() -> tuple[Said, ...]:
    return tuple(
        Said(by, to, moment(at), text, audience, state) for by, to, at, audience, text, state in rows("hub/thanks.tsv")
    )


def vouches(town: Town, known: Roster) -> tuple[Said, ...]:
    """Eleven for Ann's pricing advice, each in their own words; a few for others, as the town vouches on LinkedIn."""
    handles = {one.person: one for one in known.members}
    found = []
    far = [who for who in vouching(town) if places()[town.by_id[who].home].country != "United Kingdom"]
    near = [who for who in vouching(town) if who not in far]
    for place, person in enumerate([*far, *near]):
        by = handles[person]
        at = max(by.at, local(NOW.date().replace(year=2024, month=9, day=2 + place), 19))
        found.append(Said(by.handle, "ann", at, lines("hub/vouches.txt")[place], SKILL, "shown"))
    for by_hand, to, at_text, skill, text in rows("hub/more_vouches.tsv"):
        found.append(Said(by_hand, to, moment(at_text), text, skill, "shown"))
    return tuple(sorted(found, key=lambda one: (one.at, one.by)))


def testimonials() -> tuple[Said, ...]:
    return tuple(
        Said(by, to, moment(at), text, context, state)
        for by, to, at, context, text, state in rows("hub/testimonials.tsv")
    )


def messages() -> tuple[Said, ...]:
    return tuple(Said(by, to, moment(at), text) for by, to, at, text in rows("hub/messages.tsv"))


def reports(known: Roster) -> tuple[Said, ...]:
    """`about` is what the host said when it was settled, `state` how; both empty while it is open."""
    return tuple(
        Said(known.whom(by), subject, moment(at), text, why, state)
        for by, subject, at, text, state, why in ((*row, "", "")[:6] for row in rows("hub/reports.tsv"))
    )


def arriving() -> tuple[Said, ...]:
    """Who asks the host to be let in: `by` is their name, `to` their address."""
    return tuple(Said(name, address, moment(at), why) for name, address, why, at in rows("hub/arriving.tsv"))
