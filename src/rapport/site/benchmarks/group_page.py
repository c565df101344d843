"""A group of 200, its next evenings, what was written in it; read by a member, on a hub with five years of life."""

from rapport.groups.models import Group
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big_life import big_life
from rapport.site.developing.visits import hub_page_ms, rows_ms


def run() -> Measured:
    ann = big_life()
    group = Group.objects.get(handle="g0")
    value = hub_page_ms(ann, group.path, holds="Tonight")
    people = (
        "select m.handle, m.name from groups_membership g join members_member m on m.id = g.member_id "
        "where g.group_id = %s order by g.joined_at limit 20"
    )
    posts = "select body, published_at from talk_post where group_id = %s order by published_at desc limit 5"
    return Measured(value, floor=rows_ms((people, [group.pk]), (posts, [group.pk])))


GROUP = Benchmark("group-page", "ms cpu", 10, run)
