"""What this room holds about members and people, and what becomes of it."""

from rapport.feeds.models import Article, Blog, FeedKey, NoticesKey, ShownArticle, ShownBlog
from rapport.kit.holdings import Holding

HELD = (
    Holding(FeedKey, "member", export="not: a key is not a fact about somebody", erase="keep"),
    Holding(NoticesKey, "member", export="not: a key is not a fact about somebody", erase="keep"),
    Holding(Blog, "book", ("person",), equal_by=("url",), export="blogs"),
    Holding(Article, "blog__book", export="not: read again from where it stands", erase="keep"),
    Holding(ShownBlog, "link__member", export="hub.blogs", erase="keep"),
    Holding(ShownArticle, "blog__link__member", export="not: read again from where it stands", erase="keep"),
)
