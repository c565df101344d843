"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.talk.models import (
    Comment,
    Post,
    PostFile,
    Revision,
    Slug,
    Tag,
    TagFollow,
    Tagging,
)

HELD = (
    Holding(Post, "author", export="hub.posts", erase="keep"),
    Holding(Slug, "author", export="hub.addresses", erase="keep"),
    Holding(Revision, "post__author", export="hub.revisions", erase="keep"),
    Holding(PostFile, "post__author", export="hub.post_files", erase="keep"),
    Holding(Comment, "author", export="hub.comments", erase="keep"),
    Holding(Tag, "", export="not: belongs to the hub", erase="keep"),
    Holding(Tagging, "post__author", export="not: stands in the text of the post", erase="keep"),
    Holding(TagFollow, "member", export="hub.tags", erase="keep"),
)
