"""Proxies are believed if they are ours."""

import pytest
from django.test import RequestFactory

from rapport.members.whereabouts import client_address


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        ([], "203.0.113.9", "10.0.0.1"),
        (["10.0.0.0/8"], "203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/8"], "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/8"], "198.51.100.1, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
        (["10.0.0.0/8"], "nonsense", "10.0.0.1"),
        (["10.0.0.1"], "", "10.0.0.1"),
    ],
)
def test_the_last_hop_nobody_of_ours_vouches_for_counts(settings, proxies, header, address) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=header)
    assert client_address(request) == address


@pytest.mark.parametrize(
    ("seen", "address"),
    [
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("", "0.0.0.0"),  # noqa: S104
        ("unix:", "0.0.0.0"),  # noqa: S104
    ],
)
def test_a_house_counts_as_one_however_its_address_is_written(settings, seen: str, address: str) -> None:
    settings.TRUSTED_PROXIES = []
    assert client_address(RequestFactory().get("/", REMOTE_ADDR=seen)) == address


def test_a_proxy_is_ours_however_its_address_is_written(settings) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    request = RequestFactory().get("/", REMOTE_ADDR="::ffff:127.0.0.1", HTTP_X_FORWARDED_FOR="2001:db8:1:2::9")
    assert client_address(request) == "2001:db8:1:2::"
