"""Rows of talk, by what they are about."""

from rapport.talk.models.comment import Comment
from rapport.talk.models.post import Post, PostFile, Revision, Slug
from rapport.talk.models.tag import Tag, TagFollow, Tagging
from rapport.talk.models.thread import Message, Side, Thread

__all__ = [
    "Comment",
    "Message",
    "Post",
    "PostFile",
    "Revision",
    "Side",
    "Slug",
    "Tag",
    "TagFollow",
    "Tagging",
    "Thread",
]
