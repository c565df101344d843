"""Talk's first page as it goes over the wire, against the same posts as JSON from a handler of WSGI, sqlite3 and
msgspec alone: how much dearer a page is than its rows."""

import sqlite3
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any

import msgspec
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test import Client

from rapport.kit.clock import now
from rapport.members.models import Member
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big_talk import big_talk
from rapport.site.developing.wire import page_ms
from rapport.talk.home import LOOKS

WHO = """
select m.id, m.name, m.zone from django_session s join members_member m on m.account_id = :account
where s.session_key = :key and s.expire_date > datetime('now')
"""
# The newest posts of those one follows or is connected with, of one's groups and on the tags one follows, as far as one
# may read them: from the newest on, which is the quickest for who reads as much as she.
POSTS = """
with near as (select member_id as id, is_living_room from network_connection where other_id = :me),
    my_groups as (select group_id as id from groups_membership where member_id = :me)
select p.id, p.title, p.slug, p.published_at, p.comments, coalesce(nullif(p.lead, ''), p.html), m.name, m.handle,
    g.name, exists(select 1 from talk_postfile f where f.post_id = p.id)
from talk_post p indexed by post_lately join members_member m on m.id = p.author_id
join members_account a on a.id = m.account_id left join groups_group g on g.id = p.group_id
where a.is_active and p.published_at > :since and (p.author_id = :me
    or p.author_id in (select other_id from network_follow where by_id = :me) or p.author_id in (select id from near)
    or p.group_id in (select id from my_groups)
    or p.id in (select post_id from talk_tagging where tag_id in
        (select tag_id from talk_tagfollow where member_id = :me)))
and (p.author_id = :me or p.group_id in (select id from my_groups) or p.group_id is null and (p.audience <= 1
    or p.audience = 2 and p.author_id in (select id from near)
    or p.audience = 3 and p.author_id in (select id from near where is_living_room)))
and not exists(select 1 from members_mute x where x.by_id = :me and x.other_id = p.author_id)
and not exists(select 1 from members_block x where x.by_id = :me and x.other_id = p.author_id)
and not exists(select 1 from members_block x where x.other_id = :me and x.by_id = p.author_id)
order by p.published_at desc, p.id desc limit 21
"""
FIELDS = "id title slug at comments html name handle group has_files".split()


def run() -> Measured:
    ann = big_talk(2_000, 50_000)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    page = page_ms(get_wsgi_application(), "/talk/", cookie)
    return Measured(page, floor=page_ms(_barely(ann), "/talk/", cookie))


def _barely(ann: Member) -> Callable[[dict[str, Any], Any], list[bytes]]:
    database = sqlite3.connect(settings.DATABASES["default"]["NAME"])
    database.execute("pragma cache_size = -16000")
    since = f"{now() - LOOKS[0]:%Y-%m-%d %H:%M:%S}"

    def handler(around: dict[str, Any], start: Any) -> list[bytes]:
        key = SimpleCookie(around["HTTP_COOKIE"])["sessionid"].value
        (me, name, _zone) = database.execute(WHO, {"account": ann.account_id, "key": key}).fetchone()
        rows = database.execute(POSTS, {"me": me, "since": since}).fetchall()
        posts = [dict(zip(FIELDS, row, strict=True)) for row in rows]
        if len(posts) != 21:
            raise AssertionError(f"The handler finds {len(posts)} posts.")
        body = msgspec.json.encode({"name": name, "posts": posts})
        start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return handler


RATIO = Benchmark("home-ratio", "ms cpu", 12, run, is_limit_in_floors=True)
