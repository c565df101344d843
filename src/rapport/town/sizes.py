"""How large a town is: the counts of each size."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """`people`, `owners`, `companies`, `groups` and `events` as counts; `degree` is the mean number of ties."""

    people: int
    owners: int
    companies: int
    groups: int
    events: int
    degree: int


SIZES = {
    "S": Size(people=600, owners=12, companies=60, groups=14, events=90, degree=60),
    "M": Size(people=2_000, owners=60, companies=300, groups=60, events=600, degree=70),
    "L": Size(people=20_000, owners=600, companies=4_000, groups=600, events=8_000, degree=80),
}
