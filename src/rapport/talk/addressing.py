"""The permanent address of an article: made from its title; after a new title the old address still leads there."""

from rapport.kit.folding import words
from rapport.talk.models import Post, Slug

LONGEST = 70


def settle_address(post: Post) -> None:
    """Give a titled post the address of its title, its own if it has had it before. Saves nothing of the post."""
    base = "-".join(words(post.title))[:LONGEST].strip("-") or "article"
    taken = dict(Slug.objects.filter(author=post.author_id, slug__startswith=base).values_list("slug", "post"))
    slug, number = base, 1
    while taken.get(slug, post.pk) != post.pk:
        number += 1
        slug = f"{base}-{number}"
    if slug not in taken:
        Slug.objects.create(author_id=post.author_id, slug=slug, post=post)
    post.slug = slug


def article_path(handle: str, slug: str) -> str:
    return f"/articles/{handle}/{slug}/"


def path_of(post: Post) -> str:
    """Where a post is read: an article by its title, others by their number. Asks for the author only of articles."""
    return article_path(post.author.handle, post.slug) if post.slug and not post.is_draft else post.path
