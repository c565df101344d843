"""Endorsements of skills and written recommendations, given and received."""

from collections.abc import Iterator

from rapport.formats.facts import Direction, Fact, Job, Party, PersonFact, TalkFact, Taste, When
from rapport.formats.handles import linkedin_slug
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page

_TAKEN_BACK = frozenset({"rejected", "withdrawn", "deleted"})


def endorsed_by(page: Page, known: Known) -> Iterator[Fact]:
    """Skills the owner was endorsed for."""
    yield from _endorsements(page, known, "endorser", "in")


def endorsed(page: Page, known: Known) -> Iterator[Fact]:
    """Skills the owner endorsed others for: what these are good at, as the owner knows it."""
    yield from _endorsements(page, known, "endorsee", "out")


def recommended_by(page: Page, known: Known) -> Iterator[Fact]:
    given = "given" in page.stem
    yield from _recommendations(page, known, "out" if given else "in")


def recommended(page: Page, known: Known) -> Iterator[Fact]:
    yield from _recommendations(page, known, "out")


def _endorsements(page: Page, known: Known, who: str, way: Direction) -> Iterator[Fact]:
    columns = (f"{who} first name", f"{who} last name", f"{who} public url", "skill name", "endorsement status")
    places = [page.place(column) for column in columns]
    for row in page:
        first, last, url, skill, status = (row.cells[place] for place in places)
        name, slug = f"{first} {last}".strip(), linkedin_slug(url)
        if not (name or slug) or status.casefold() in _TAKEN_BACK:
            page.skip("endorsements that were refused, or of deleted accounts")
            continue
        key, when = known.key(slug, name), page.when(row)
        yield from known.mention(key, slug, name)
        if way == "out" and skill:
            taste = Taste(skill, "linkedin", "endorsement", when)
            yield PersonFact(key, name, tastes=(taste,), is_faint=True)
        yield TalkFact(
            f"endorsement:{way}|{key}|{skill.casefold()}",
            "endorsement",
            "linkedin",
            when or When("", "unknown"),
            (Party(key, way),),
            subject=skill,
        )


def _recommendations(page: Page, known: Known, way: Direction) -> Iterator[Fact]:
    columns = ("first name", "last name", "company", "job title", "text", "status")
    places = [page.place(column) for column in columns]
    for row in page:
        first, last, company, title, text, status = (row.cells[place] for place in places)
        name = f"{first} {last}".strip()
        if not name or status.casefold() in _TAKEN_BACK:
            page.skip("recommendations that were refused, or of deleted accounts")
            continue
        key, when = known.key("", name, company), page.when(row)
        jobs = (Job(company, title, as_of=when),) if company or title else ()
        yield PersonFact(key, name, jobs=jobs, is_faint=True)
        yield TalkFact(
            f"recommendation:{way}|{key}|{when.text[:10] if when else ''}",
            "recommendation",
            "linkedin",
            when or When("", "unknown"),
            (Party(key, way),),
            text=text,
        )
