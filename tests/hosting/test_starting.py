"""What newcomers should read."""

import pytest
from django.test import Client

import cast
from rapport.hosting.models import StarterLink
from rapport.hosting.starting import read_links, write_links

pytestmark = pytest.mark.django_db
LINES = "/groups/chapter/ The Harbour Chapter | Tuesdays at seven\nhttps://amaranth.example/ The town"


def test_what_was_typed_comes_back_as_it_was() -> None:
    assert write_links(LINES) == []
    assert read_links() == LINES


@pytest.mark.parametrize(
    "line", ["javascript:alert(1) x", "//evil.example/ x", "data:text/html,x", "words only", "/\\evil x"]
)
def test_a_line_that_leads_nowhere_good_changes_nothing(line: str) -> None:
    write_links(LINES)
    assert write_links(f"/about/ About\n{line}") == [line]
    assert read_links() == LINES


def test_the_host_writes_and_members_read() -> None:
    mo, cy = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    mo.force_login(cast.mo().account)
    cy.force_login(cast.cy().account)
    assert mo.post("/host/starting/", {"lines": "no address"}).status_code == 422
    mo.post("/host/starting/", {"lines": LINES})
    assert "The Harbour Chapter" in cy.get("/start/").content.decode()
    assert "The Harbour Chapter" in cy.get("/today/beside/").content.decode(), "cy is new here"
    assert StarterLink.objects.count() == 2


def test_where_the_host_chose_nothing_there_are_steps_and_for_the_host_a_way_to_choose() -> None:
    mo, cy = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    mo.force_login(cast.mo().account)
    cy.force_login(cast.cy().account)
    read = cy.get("/start/").content.decode()
    assert all(f'class="name" href="{path}"' in read for path in ("/profile/", "/members/", "/groups/", "/events/"))
    assert "/host/starting/" not in read
    assert "/host/starting/" in mo.get("/start/").content.decode()
