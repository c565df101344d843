"""The people of the town: the cast first, then as many others as the size asks for."""

from datetime import date, timedelta
from random import Random

from rapport.town.addresses import Directory, handles, personal_email, work_email
from rapport.town.cast import cast
from rapport.town.chance import TODAY, day_between, log_normal
from rapport.town.companies import titles
from rapport.town.folk import Company, Name, Person, Work
from rapport.town.names import claim, make_name
from rapport.town.places import home_for, places

_DRAMA_DIALS = ("1", "44")


def make_people(rng: Random, count: int, companies: tuple[Company, ...]) -> list[Person]:
    directory = Directory()
    people = cast(directory)
    taken: set[str] = set()
    for person in people:
        claim(person.name, taken)
    number = len(people)
    while len(people) < count:
        number += 1
        people.append(_stranger(rng, f"p-{number:05}", make_name(rng, taken), companies, directory))
    return people


def _stranger(rng: Random, key: str, name: Name, companies: tuple[Company, ...], directory: Directory) -> Person:
    home = home_for(rng, name.language)
    works = _works(rng, companies)
    emails = [personal_email(rng, name, directory)]
    if rng.random() < 0.3:
        emails.append(work_email(name, _domain(works[-1], companies), directory))
    has_phone = places()[home].dial in _DRAMA_DIALS and rng.random() < 0.85
    phone = directory.phone(places()[home].dial) if has_phone else ""
    found = handles(rng, name, directory)
    slug = next((handle.handle for handle in found if handle.platform == "linkedin"), "")
    return Person(
        id=key,
        name=name,
        home=home,
        birthday=_birthday(rng),
        works=works,
        passions=(),
        emails=tuple(emails),
        phones=(phone,) if phone else (),
        handles=found,
        sociability=round(rng.betavariate(2, 3), 3),
        old_slug=f"{slug}-{rng.randrange(10, 99)}" if slug and rng.random() < 0.02 else "",
    )


def _domain(work: Work, companies: tuple[Company, ...]) -> str:
    return next(company.domain for company in companies if company.name == work.company)


def _works(rng: Random, companies: tuple[Company, ...]) -> tuple[Work, ...]:
    """One to three jobs, the last of them held today."""
    count = rng.choice((1, 1, 1, 2, 2, 3))
    changes = sorted(day_between(rng, date(2010, 1, 4), date(2026, 8, 1)) for _ in range(count - 1))
    starts = [day_between(rng, date(1996, 1, 8), date(2009, 12, 1)), *changes]
    ends = [*changes, None]
    return tuple(_job(rng, companies, since, until) for since, until in zip(starts, ends, strict=True))


def _job(rng: Random, companies: tuple[Company, ...], since: date, until: date | None) -> Work:
    company = rng.choice(companies)
    return Work(company.name, rng.choice(titles(company.trade)), since, until)


def _birthday(rng: Random) -> date | None:
    """Not in the two weeks around today: a birthday of the week would push the story's cards aside."""
    if rng.random() > 0.45:
        return None
    day = day_between(rng, date(1948, 1, 1), date(2001, 12, 31))
    near = day.replace(year=TODAY.year) if (day.month, day.day) != (2, 29) else TODAY - timedelta(days=200)
    return day - timedelta(days=60) if abs((near - TODAY).days) < 24 else day


def popularities(rng: Random, people: list[Person]) -> dict[str, tuple[Person, float]]:
    """Everybody with how likely others are to know them: sociable people, and those who live in town."""
    return {person.id: (person, _popularity(rng, person)) for person in people}


def _popularity(rng: Random, person: Person) -> float:
    local = 1.0 if person.home == "amaranth" else 0.6
    return local * (0.2 + person.sociability) * log_normal(rng, 4, 0.5, 30)
