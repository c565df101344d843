"""Whatever is typed as a post, a title, a tag, a comment, a message or a name, the page shows it and runs nothing."""

from html.parser import HTMLParser
from urllib.parse import quote

import pytest

import cast
from rapport.kit.cleaning import clean, one_line
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.talk.commenting import comment
from rapport.talk.posting import Wording, edit
from rapport.threads.messaging import write_to
from talk.saying import LATER, connected, reading_as, shown_to, wrote
from talk.test_writing import CORPUS

pytestmark = pytest.mark.django_db
NEVER = {"script", "img", "iframe", "object", "embed", "style", "base", "meta"}


class Elements(HTMLParser):
    """Elements and attributes as a browser takes them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        runs = any(name.startswith("on") or (value or "").lower().startswith("javascript:") for name, value in attrs)
        if tag in NEVER or runs:
            self.found.append(f"{tag} {attrs}")


def what_runs(viewer: Member | None, path: str) -> list[str]:
    reader = Elements()
    reader.feed(shown_to(viewer, path))
    return reader.found


@pytest.fixture
def everything() -> str:
    return clean("\n\n".join(CORPUS))


def test_nothing_typed_runs_on_any_page(everything: str) -> None:
    ann, bo = cast.member("ann", one_line(CORPUS[0])), cast.member("bo", one_line(CORPUS[11]))
    connected(ann, bo)
    post = wrote(ann, f"{everything}\n\n#boats", Audience.EVERYONE, title=one_line(CORPUS[9]))
    comment(post=post, author=bo, body=everything, now=LATER)
    edit(post=post, wording=Wording("#boats", one_line(CORPUS[0]), Audience.EVERYONE), now=LATER)
    thread = write_to(other=bo, by=ann, body=everything, now=LATER).thread
    post.refresh_from_db()
    article = f"/articles/ann/{post.slug}/"
    for path in ("/talk/", article, f"{post.path}history/", "/tags/boats/", "/threads/", thread.path):
        assert what_runs(bo, path) == [], path
    assert what_runs(None, article) == []


@pytest.mark.parametrize("tag", ['"><script>alert(1)<', "{{7*7}}", "%", "_", "a' OR 1=1 --", "x" * 5000])
def test_a_tag_in_an_address_is_a_word_or_nothing(tag: str) -> None:
    assert reading_as(None).get(f"/tags/{quote(tag, safe='')}/").status_code == 404
