"""A member's page with all it shows, what is said of them and what they wrote; read by a connection of theirs."""

from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big_life import big_life, shown_member
from rapport.site.developing.visits import hub_page_ms, rows_ms


def run() -> Measured:
    ann = big_life()
    member = shown_member(ann)
    value = hub_page_ms(ann, member.path, holds="We worked together.")
    profile = "select business, about, place from profiles_profile where member_id = %s"
    vouches = (
        "select v.skill, v.how, m.name from trust_vouch v join members_member m on m.id = v.by_id where v.about_id = %s"
    )
    posts = "select body, published_at from talk_post where author_id = %s order by published_at desc limit 5"
    return Measured(value, floor=rows_ms(*((sql, [member.pk]) for sql in (profile, vouches, posts))))


PROFILE = Benchmark("profile-page", "ms cpu", 10, run)
