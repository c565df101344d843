"""Looking for members by what they care about, among 2,000 of whom each shows several things."""

from urllib.parse import urlencode

from rapport.profiles.directory import FILTERS
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big_life import big_life
from rapport.site.developing.visits import hub_page_ms, rows_ms


def run() -> Measured:
    """The slowest of the ways to look."""
    ann = big_life()
    asked = {"interest": "butterflies", "place": "amaranth", "offers": "offer", "q": "ann"}
    ways = [{name: asked[name]} for name in FILTERS if name in asked]
    value = max(hub_page_ms(ann, f"/members/?{urlencode(way)}", holds="/members/m") for way in ways)
    found = (
        "select handle, name from members_member where id in "
        "(select member_id from profiles_findableword where word = %s) order by lower(name) limit 30"
    )
    return Measured(value, floor=rows_ms((found, ["butterflies"])))


DIRECTORY = Benchmark("directory-search", "ms cpu", 10, run)
