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
