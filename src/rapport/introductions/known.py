"""Whether two people may know each other already, by whatever this book knows."""

from collections.abc import Sequence

from django.db import connection

CLOSE = 12
"""Guests of an occasion, up to which everybody has spoken with everybody."""
OFTEN = 3
"""Occasions of any size that two have shared, after which they count as acquainted."""
CROWD = 50
"""Members of a circle, up to which its members know each other."""

# Each asks of every pair (a, b) whether something is known to lie between the two.
_BETWEEN = (
    """select 1 from introductions_acquaintance k where
        (k.first_id = a and k.second_id = b) or (k.first_id = b and k.second_id = a)""",
    """select 1 from introductions_introduction k where
        (k.first_id = a and k.second_id = b) or (k.first_id = b and k.second_id = a)""",
    """select 1 from people_review k where k.stage <> 'moot' and
        ((k.first_id = a and k.second_id = b) or (k.first_id = b and k.second_id = a))""",
    """select 1 from people_relation k where k.struck_at is null and
        ((k.person_id = a and k.other_id = b) or (k.person_id = b and k.other_id = a))""",
    """select 1 from people_met k where k.struck_at is null and
        ((k.person_id = a and k.through_person_id = b) or (k.person_id = b and k.through_person_id = a))""",
    """select 1 from people_job x join people_job y on y.organization_id = x.organization_id and y.person_id = b
        where x.person_id = a and x.struck_at is null and y.struck_at is null""",
    """select 1 from people_identity x join people_identity y on y.key = x.key and y.person_id = b
        where x.person_id = a and x.struck_at is null and y.struck_at is null""",
    """select 1 from people_circlemember x join people_circlemember y on y.circle_id = x.circle_id and y.person_id = b
        where x.person_id = a and x.struck_at is null and y.struck_at is null
        and (select count(*) from people_circlemember z where z.circle_id = x.circle_id) <= %s""",
    """select 1 from ties_touch x join ties_touch y on y.interaction_id = x.interaction_id and y.person_id = b
        join ties_interaction i on i.id = x.interaction_id where x.person_id = a and not i.is_mass""",
    """select 1 from ties_touch x join ties_interaction i on i.id = x.interaction_id
        where x.person_id = a and i.thread <> '' and not i.is_mass and i.thread in (
            select j.thread from ties_touch y join ties_interaction j on j.id = y.interaction_id
            where y.person_id = b and j.thread <> '' and not j.is_mass)""",
)
# Under one roof, if the address says more than a town.
_ROOF = """select a, b, x.text, null, null from pair join people_home x on x.person_id = a
    join people_home y on y.key = x.key and y.person_id = b where x.struck_at is null and y.struck_at is null"""
_TOGETHER = """select a, b, null, count(*),
        min((select count(*) from people_presence z where z.occasion_id = x.occasion_id))
    from pair join people_presence x on x.person_id = a
    join people_presence y on y.occasion_id = x.occasion_id and y.person_id = b
    where x.struck_at is null and y.struck_at is null and x.answer <> 'declined' and y.answer <> 'declined'
    group by a, b"""


def novelty(pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """How new each pair (ids of persons of one book) would be to each other: 0 if they seem to know each other
    (an acquaintance, family, firm, household, small circle, thread or gathering), 1 if nothing is known between them,
    less for each large gathering that both went to."""
    if not pairs:
        return {}
    new = dict.fromkeys(pairs, 1.0)
    with connection.cursor() as cursor:
        said = " or ".join(f"exists ({each})" for each in _BETWEEN)
        cursor.execute(f"{_pairs(pairs)} select a, b from pair where {said}", [*_flat(pairs), CROWD])  # noqa: S608
        for first, second in cursor.fetchall():
            new[first, second] = 0.0
        cursor.execute(f"{_pairs(pairs)} {_ROOF} union all {_TOGETHER}", _flat(pairs))
        for first, second, text, count, smallest in cursor.fetchall():
            if count is None:
                new[first, second] *= not any(letter.isdigit() for letter in text)
            else:
                is_known = smallest <= CLOSE or count >= OFTEN
                new[first, second] *= 0.0 if is_known else 1 / (1 + count)
    return new


def _pairs(pairs: Sequence[tuple[int, int]]) -> str:
    return f"with pair(a, b) as (values {', '.join(['(%s, %s)'] * len(pairs))}) "


def _flat(pairs: Sequence[tuple[int, int]]) -> list[int]:
    return [who for pair in pairs for who in pair]
