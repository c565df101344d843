"""Events.csv: gatherings the owner answered to on LinkedIn."""

from collections.abc import Iterator

from rapport.formats.facts import Fact, GatheringFact, When
from rapport.formats.handles import web_url
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page

_ANSWERS = {"accepted": "accepted", "attending": "accepted", "registered": "accepted", "tentative": "tentative"}
_ANSWERS |= {"relinquished": "declined", "declined": "declined", "rejected": "declined", "withdrawn": "declined"}


def read(page: Page, _known: Known) -> Iterator[Fact]:
    columns = ("event name", "event time", "status", "external url")
    places = [page.place(column) for column in columns]
    for row in page:
        title, time, status, link = (row.cells[place] for place in places)
        begin, _, end = time.partition(" - ")
        begins, why = page.dates.read(begin)
        ends, why_not_end = page.dates.read(end)
        if why or why_not_end:
            page.table.complain(row.line, why or why_not_end)
        if not title and begins is None:
            continue
        yield GatheringFact(
            f"event:{title.casefold()}|{begins.text if begins else time}",
            title or "Event",
            begins or When("", "unknown"),
            ends,
            url=web_url(link),
            own_answer=_ANSWERS.get(status.casefold(), ""),
        )
