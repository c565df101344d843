"""Ann and Bo, on a hub of two verbs."""

from collections.abc import Iterator

import pytest

import cast
from notices.acts import two_verbs
from rapport.members.models import Member


@pytest.fixture(autouse=True)
def verbs() -> Iterator[None]:
    yield from two_verbs()


@pytest.fixture
def ann() -> Member:
    return cast.ann()


@pytest.fixture
def bo() -> Member:
    return cast.bo()
