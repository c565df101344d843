"""Large books and archives for benchmarks: invented, the same every time, made by plain inserts."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TextIO

from django.core.management import call_command

from rapport.kit.aftermath import settle
from rapport.kit.bulk import chunks, insert
from rapport.members.invite import make_member
from rapport.members.models import Member
from rapport.people.keys import folded
from rapport.people.models import Book, Identity, Interest, Job, Name, Organization, Person
from rapport.ties.models import Interaction, Touch

NOW = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)
GIVEN = "Ann Bo Cy Dee Mo Rana Sal Brigid John Zhanna Inés Lars Priya Tunde Grace Hamish Petra Jonah Omar Eva".split()
TOPICS = ("butterflies", "orchids", "sailing", "sourdough", "locomotives", "brass bands", "tide pools", "choirs")
HEADS = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
CLAIM = ("book_id", "number", "person_id", "key", "source", "is_hand")


def family(random: Random) -> str:
    """A family name that nobody bears."""
    syllables = (random.choice("bdfghklmnprstvw") + random.choice("aeiou") for _ in range(random.randint(2, 4)))
    return "".join(syllables).title()


def big_book(people: int, interactions: int) -> Member:
    """A member with a book of that size, five years deep, unevenly spread as acquaintance is."""
    call_command("migrate", verbosity=0)
    member = make_member(email="ann@big.example", password=None, handle="ann", name="Ann Okafor")
    fill_book(member, people, interactions)
    return member


def fill_book(member: Member, people: int, interactions: int) -> None:
    """The same for somebody who is here."""
    random = Random(7)  # noqa: S311 - nothing secret
    book = Book.of(member)
    ids = _people(book, people, random)
    _interactions(book, ids, interactions, random)
    for part in chunks(ids, 2000):
        settle(book, part)


def _people(book: Book, count: int, random: Random) -> list[int]:
    names = [f"{random.choice(GIVEN)} {family(random)}" for _ in range(count)]
    rows = [(book.pk, n, name, folded(name), "", "", "", True, NOW, "", False) for n, name in enumerate(names, 1)]
    columns = ("book_id", "number", "name", "folded", "headline", "place", "zone", "is_hand", "added_at")
    insert(Person, (*columns, "died_on", "is_deceased"), rows)
    book.next_numbers("person", count)
    ids = list(Person.objects.filter(book=book).order_by("number").values_list("pk", flat=True))
    firms = [(book.pk, n, f"{family(random)} Works", f"firm {n}") for n in range(1, count // 8 + 2)]
    insert(Organization, ("book_id", "number", "name", "folded"), firms)
    at = list(Organization.objects.filter(book=book).values_list("pk", flat=True))
    own = [(book.pk, n, who) for n, who in enumerate(ids, 1)]
    insert(Name, (*CLAIM, "text", "kind"), [(*o, f"n{o[1]}", "hand", True, names[o[1] - 1], "full") for o in own])
    insert(
        Identity,
        (*CLAIM, "platform", "handle", "url", "context", "since", "since_precision"),
        [(*o, f"email:p{o[1]}@x.example", "hand", True, "email", f"p{o[1]}@x.example", "", "", "", "") for o in own],
    )
    insert(
        Job,
        (*CLAIM, "organization_id", "title", "department", "as_of", "as_of_precision"),
        [(*o, f"j{o[1]}", "hand", True, random.choice(at), "Manager", "", "", "") for o in own],
    )
    insert(
        Interest,
        (*CLAIM, "topic", "word", "platform", "evidence", "on", "precision", "is_confided"),
        [(*o, "t", "hand", True, random.choice(TOPICS), "", "linkedin", "", "", "", False) for o in own],
    )
    return ids


def _interactions(book: Book, ids: list[int], count: int, random: Random) -> None:
    last = NOW.date().toordinal()
    columns = ("book_id", "number", "key", "kind", "channel", "on", "precision", "day", "subject", "text", "thread")
    done = 0
    for numbers in chunks(range(1, count + 1), 20_000):
        days = [last - int(random.paretovariate(0.4)) % 1800 for _ in numbers]
        rows = [
            (book.pk, n, f"k{n}", "message", "linkedin", date.fromordinal(day).isoformat(), "day", day, "", "", "")
            for n, day in zip(numbers, days, strict=True)
        ]
        insert(
            Interaction,
            (*columns, "is_mass", "origin", "source", "is_hand"),
            [(*r, False, "", "x", False) for r in rows],
        )
        stored = Interaction.objects.filter(book=book, number__gte=numbers[0], number__lte=numbers[-1])
        touches = [
            (
                *(pk, ids[int(random.paretovariate(0.6)) % len(ids)], random.choice(("out", "in")), day),
                *("message", "linkedin", True),
            )
            for pk, day in stored.values_list("pk", "day")
        ]
        insert(Touch, ("interaction_id", "person_id", "direction", "day", "kind", "channel", "counts"), touches)
        done += len(numbers)
    book.next_numbers("interaction", done)


def linkedin_archive(path: Path, connections: int, messages: int) -> None:
    """A Complete archive of today's shape with that many connections and messages."""
    random = Random(7)  # noqa: S311 - nothing secret
    people = [(random.choice(GIVEN), family(random), f"p-{n}-{random.randrange(10**6)}") for n in range(connections)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("Connections.csv", "w") as raw, io.TextIOWrapper(raw, "utf-8", newline="") as out:
            _connections(out, people, random)
        with archive.open("messages.csv", "w") as raw, io.TextIOWrapper(raw, "utf-8", newline="") as out:
            _messages(out, people, messages, random)
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nAnn,Okafor,Coach\n")


def _connections(out: TextIO, people: list[tuple[str, str, str]], random: Random) -> None:
    out.write('Notes:\n"When exporting your connection data, some addresses are missing."\n\n')
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow("First Name,Last Name,URL,Email Address,Company,Position,Connected On".split(","))
    for given, name, slug in people:
        on = date(2010, 1, 1) + timedelta(days=random.randrange(6100))
        firm = f"Firm {random.randrange(8000)}"
        rows.writerow([given, name, f"https://www.linkedin.com/in/{slug}", "", firm, "Manager", f"{on:%d %b %Y}"])


def _messages(out: TextIO, people: list[tuple[str, str, str]], count: int, random: Random) -> None:
    rows = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerow(HEADS.split(","))
    mine = ("Ann Okafor", "https://www.linkedin.com/in/ann-okafor")
    words = "the of and to sailing pricing butterflies meeting coffee tomorrow thanks workbook orchids see you".split()
    for _ in range(count):
        given, name, slug = people[int(random.paretovariate(0.6)) % min(6000, len(people))]
        theirs = (f"{given} {name}", f"https://www.linkedin.com/in/{slug}")
        sender, receiver = (mine, theirs) if random.random() < 0.5 else (theirs, mine)
        at = datetime(2012, 1, 1, tzinfo=UTC) + timedelta(seconds=random.randrange(460_000_000))
        text = " ".join(random.choice(words) for _ in range(random.randint(5, 30)))
        rows.writerow([f"c-{slug}", "", *sender, *receiver, f"{at:%Y-%m-%d %H:%M:%S} UTC", "", text, "INBOX"])
