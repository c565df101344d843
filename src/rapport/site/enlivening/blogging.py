"""What members write on blogs of their own: told by the town, for nobody is asked outside."""

from rapport.feeds.asking import keep
from rapport.feeds.models import ShownBlog
from rapport.feeds.own import show_blog
from rapport.feeds.reading.parse import Item
from rapport.profiles.models import ProfileLink
from rapport.site.enlivening.stage import Stage


def blog(stage: Stage) -> None:
    for one in stage.hub.columns:
        link = ProfileLink.objects.get(member=stage.members[one.by], url=one.blog)
        shown = show_blog(link=link, now=one.at)
        slug = "-".join(one.title.lower().split())
        keep(shown, [Item(slug, one.title, slug, one.at.isoformat(), one.lead, one.tags)], one.blog, stage.now)
    ShownBlog.objects.update(due_at=None)  # such hosts are nowhere
