"""Ann has keys to her own feeds; Bo shows what he writes on his blog."""

import cast
from rapport.feeds.asking import keep
from rapport.feeds.keys import make_key, make_notices_key
from rapport.feeds.own import show_blog
from rapport.feeds.reading.parse import Item
from rapport.members.models import Member
from rapport.profiles.models import ProfileLink

RANK = 90


def fill(members: dict[str, Member]) -> None:
    make_key(member=members["ann"], now=cast.MORNING)
    make_notices_key(member=members["ann"], now=cast.MORNING)
    blog = show_blog(link=ProfileLink.objects.get(member=members["bo"]), now=cast.MORNING)
    entry = Item("1", "Old pipes", "/pipes", cast.MORNING.isoformat(), "Lead and copper.", ("EventProfs",))
    keep(blog, [entry], blog.link.url, cast.MORNING)
