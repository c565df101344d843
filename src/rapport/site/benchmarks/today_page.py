"""Today for a member of a hub with five years of life, with a book of 150 people: its cards, as the page comes first.

The round looks into every room; what stands beside the cards comes by itself after the page.
"""

from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big_life import big_life
from rapport.site.developing.visits import hub_page_ms, rows_ms


def run() -> Measured:
    ann = big_life()
    value = hub_page_ms(ann, "/", holds='<ol class="cards"')
    ties = (
        "select p.name, t.lscore from people_person p join ties_tie t on t.person_id = p.id "
        "join people_book b on b.id = p.book_id where b.owner_id = %s order by t.lscore desc limit 10"
    )
    return Measured(value, floor=rows_ms((ties, [ann.pk])))


TODAY = Benchmark("today-page", "ms cpu", 10, run)
