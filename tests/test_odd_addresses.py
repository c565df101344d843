"""No address breaks over a number that no database holds or a word that nobody writes: it is not there, or refused."""

import re
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

import cast
from fullhub import full_hub
from tainted import tainted_book

pytestmark = pytest.mark.django_db
BROKEN = 500
ODD = ("\x00", "x" * 3000, "é\u202e", "'", "%", "9" * 40)
ASKED = "q after before show on tag view by of day from to state kind list sort place industry person group next who"
ELSEWHERE = ("enter/", "static/", "health/")


def routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> list[str]:
    found = []
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if not route.startswith(ELSEWHERE):
            inner = routes(pattern.url_patterns, route) if isinstance(pattern, URLResolver) else [route]
            found += inner
    return found


def odd_addresses() -> list[str]:
    found = []
    for route in routes(get_resolver().url_patterns):
        numbered = re.sub(r"<int:\w+>", "9" * 30, route)
        found += [f"/{re.sub(r'<[^>]+>', quote(word, safe=''), numbered)}" for word in ODD] if "<" in route else []
        plain = re.sub(r"<[^>]+>", "x", re.sub(r"<int:\w+>", "1", route))
        found += [f"/{plain}?{'&'.join(f'{name}={quote(word)}' for name in ASKED.split())}" for word in ODD]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("who", ["ann", "nobody"])
def test_odd_addresses_break_nothing(who: str) -> None:
    members = cast.all_four()
    full_hub(members)
    client = Client(HTTP_HOST="127.0.0.1", raise_request_exception=False)
    if who == "ann":
        tainted_book(members["ann"])
        client.force_login(members["ann"].account)
    broken = []
    for address in odd_addresses():
        with transaction.atomic():
            if client.get(address).status_code >= BROKEN:
                broken.append(address[:120])
            transaction.set_rollback(True)
    assert broken == []


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/today/minutes/", {"minutes": "9" * 5000}),
        ("/met/", {"rows": "9" * 5000, "occasion": "9" * 5000, "name-0": "Bo", "days-0": "9" * 5000}),
        ("/matters/", {"people": ["9" * 5000, "9" * 18]}),
        ("/add/", {"line": "Bo Lindqvist", "as": "9" * 5000}),
    ],
)
def test_no_number_in_a_form_is_too_long(address: str, form: dict[str, str]) -> None:
    client = Client(HTTP_HOST="127.0.0.1", raise_request_exception=False)
    client.force_login(cast.ann().account)
    assert client.post(address, form).status_code < BROKEN
