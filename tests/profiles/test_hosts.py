"""A web address is shown so that it cannot be taken for another."""

import pytest

from rapport.profiles.hosts import shown_host, shown_url
from rapport.profiles.rel_me import MOST, says_me


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("bo.example", "bo.example"),
        ("xn--mnchen-3ya.de", "münchen.de"),
        ("xn--e1afmkfd.xn--p1ai", "пример.рф"),
        ("xn--r8jz45g.xn--zckzah", "例え.テスト"),
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),  # all Cyrillic, looks like a fruit
        ("xn--pple-43d.com", "xn--pple-43d.com"),
        ("xn--e1afmkfd.example", "xn--e1afmkfd.example"),
        ("xn--\u0000", "xn--\u0000"),
        ("", ""),
    ],
)
def test_a_host_of_several_scripts_is_shown_as_on_the_wire(host: str, shown: str) -> None:
    assert shown_host(host) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.linkedin.com/in/bo", "www.linkedin.com/in/bo"),
        ("https://bo.example/", "bo.example"),
        ("https://bo.example:8443/a", "bo.example:8443/a"),
        ("https://very.long.host.of.somebody.else.example/" + "x" * 60, "very.long.host.of.somebody.else.example/"),
        ("https://bo.example/%E2%80%AEfdp", "bo.example/%E2%80%AEfdp"),
        ("https://bo.example/gr%C3%BC%C3%9Fe", "bo.example/grüße"),
    ],
)
def test_the_host_is_never_cut(url: str, shown: str) -> None:
    assert shown_url(url).startswith(shown)
    assert len(shown_url(url)) <= 90


def test_only_so_many_links_of_a_page_are_looked_at() -> None:
    page = "".join(f"<a rel=me href=/{n}>x</a>" for n in range(MOST + 50))
    assert len(says_me(page, "https://bo.example/")) == MOST


def test_what_stands_before_the_point_where_a_page_cannot_be_read_counts() -> None:
    """Python's reader gives up by an AssertionError: a look that ended so kept a proof that was long lost."""
    assert says_me("<a rel=me href=/me>x</a><![<![", "https://bo.example/") == {"https://bo.example/me"}
