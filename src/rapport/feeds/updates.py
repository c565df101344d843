"""What stands on blogs that may be news to a reader: of members, and of people whose blogs they read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rapport.feeds.lately import ORDER, host_of
from rapport.feeds.models import Article, ShownArticle
from rapport.talk.newly import New, Newly, Reader

MOST = 100


def find(reader: Reader) -> Iterator[New]:
    lately = {"published_at__gt": reader.since, "published_at__lte": reader.now}
    own = Article.objects.filter(blog__book__owner=reader.member, **lately).select_related("blog__person")
    for article in own.order_by(*ORDER)[:MOST]:
        person = article.blog.person
        yield _new(article, f"person:{person.pk}", person.name, _("You read their blog."))
    shown = ShownArticle.objects.visible_to(reader.member).unmuted(reader.member).filter(**lately)
    shown = shown.exclude(blog__link__member=reader.member).select_related("blog__link__member")
    for entry in shown.order_by(*ORDER)[:MOST]:
        member = entry.blog.link.member
        reason = _("You follow %(name)s.") % {"name": member.name} if member.pk in reader.follows else ""
        yield _new(entry, f"member:{member.pk}", member.name, reason)


def _new(article: Article | ShownArticle, who: str, name: str, reason: str) -> New:
    return New(
        at=article.published_at,
        who=who,
        name=name,
        title=article.title,
        href=article.url,
        text=article.lead,
        tags=tuple(article.tags.split()),
        reason=reason,
        host=host_of(article.url),
    )


BLOGS = Newly(find)
