"""Mo leads the chapter, Ann and Bo are in it, and Bo holds the plumber's seat; Cy and John are strangers to it."""

import pytest

import cast
from groups.harbour import chapter
from rapport.groups.models import Group
from rapport.members.models import Member
from seats.chairs import seated


@pytest.fixture
def people() -> dict[str, Member]:
    return {**cast.all_four(), "john": cast.member("john", "John Adeyemi")}


@pytest.fixture
def group(people: dict[str, Member]) -> Group:
    """Mo leads it, Ann and Bo are in it, and Bo holds the plumber's seat."""
    made = chapter(people["ann"], people["bo"], led_by=people["mo"])
    seated(made, people["bo"])
    return made
