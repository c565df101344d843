"""Rows of talk, by what they are about."""

from rapport.talk.models.comment import Comment
from rapport.talk.models.post import Post, PostFile, Revision, Slug
from rapport.talk.models.tag import Tag, TagFollow, Tagging

__all__ = [
    "Comment",
    "Post",
    "PostFile",
    "Revision",
    "Slug",
    "Tag",
    "TagFollow",
    "Tagging",
]
