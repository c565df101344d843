"""The ground itself: the way out is closed, the way home is open."""

import socket

import pytest

from sockets import LeftTheMachine


def test_nothing_leaves_the_machine() -> None:
    with socket.socket() as closed, pytest.raises(LeftTheMachine):
        closed.connect(("93.184.216.34", 80))


def test_no_name_is_looked_up_elsewhere() -> None:
    with pytest.raises(LeftTheMachine):
        socket.create_connection(("town.example", 80), timeout=1)


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_the_same_sample_is_broken_the_same_way(mutations) -> None:
    first, again = mutations(b"BEGIN:VCARD"), mutations(b"BEGIN:VCARD")
    assert [next(first) for _ in range(50)] == [next(again) for _ in range(50)]


@pytest.mark.browser
def test_a_browser_opens_a_page_of_this_machine(page, live_server) -> None:
    assert page.goto(f"{live_server.url}/static/mark.svg").status == 200
