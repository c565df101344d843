"""One door for every request out: what it refuses, where it looks, and how it bounds what comes back."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from rapport.kit import http_connecting
from rapport.kit.http import Fetched, NotFetched, fetch


@pytest.fixture
def here(settings) -> None:
    settings.FETCH_ALLOW_NETS = ["127.0.0.0/8"]


@pytest.fixture
def server(here: None) -> Iterator[HTTPServer]:
    with HTTPServer() as started:
        yield started


def _never(*_: object) -> None:
    raise AssertionError("a connection was opened")


def answers(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Every name has these addresses; returns the list of names that are asked for."""
    asked: list[str] = []

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(http_connecting.socket, "getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize("addresses", [("127.0.0.1",), ("93.184.216.34", "10.0.0.1"), ("::1",), ()])
def test_a_name_that_points_into_the_house_is_refused(monkeypatch: pytest.MonkeyPatch, addresses: tuple[str]) -> None:
    answers(monkeypatch, *addresses)
    monkeypatch.setattr(socket.socket, "connect", _never)
    with pytest.raises(NotFetched):
        fetch("https://town.example/", accept=())


def test_the_connection_goes_to_the_address_that_was_checked(server: HTTPServer, monkeypatch) -> None:
    server.expect_request("/", headers={"Host": f"town.example:{server.port}"}).respond_with_data("there")
    asked = answers(monkeypatch, "127.0.0.1")
    assert fetch(f"http://town.example:{server.port}/", accept=()).body == b"there"
    assert asked[0] == "town.example"
    assert set(asked) <= {"town.example", "127.0.0.1"}


def test_what_comes_is_told_with_its_kind(server: HTTPServer) -> None:
    server.expect_request("/a").respond_with_data("grüße", content_type="text/html; charset=utf-8")
    found = fetch(server.url_for("/a"), accept=("text/html",))
    assert (found.status, found.kind, found.text) == (200, "text/html", "grüße")


def test_another_kind_is_not_taken(server: HTTPServer) -> None:
    server.expect_request("/a").respond_with_data("{}", content_type="application/activity+json")
    with pytest.raises(NotFetched, match="activity"):
        fetch(server.url_for("/a"), accept=("text/html",))


def test_a_redirect_is_followed_three_times(server: HTTPServer) -> None:
    for at in range(3):
        server.expect_request(f"/{at}").respond_with_data(status=302, headers={"Location": f"/{at + 1}"})
    server.expect_request("/3").respond_with_data("end")
    assert fetch(server.url_for("/0"), accept=()).url == server.url_for("/3")


def test_redirects_in_a_ring_end(server: HTTPServer) -> None:
    server.expect_request("/").respond_with_data(status=301, headers={"Location": "/"})
    with pytest.raises(NotFetched, match="without end"):
        fetch(server.url_for("/"), accept=())
    assert len(server.log) == 4


@pytest.mark.parametrize("to", ["http://10.0.0.1/", "http://[::1]/", "file:///etc/passwd", "http://169.254.169.254/"])
def test_a_redirect_into_the_house_is_refused(server: HTTPServer, to: str) -> None:
    server.expect_request("/").respond_with_data(status=302, headers={"Location": to})
    with pytest.raises(NotFetched):
        fetch(server.url_for("/"), accept=())


@pytest.mark.parametrize("status", [404, 410, 403, 304])
def test_an_answer_that_is_no_success_comes_without_its_body(server: HTTPServer, status: int) -> None:
    server.expect_request("/").respond_with_data("" if status == 304 else "words", status=status)
    found = fetch(server.url_for("/"), accept=("text/html",))
    assert (found.status, found.body) == (status, b"")


@pytest.mark.parametrize("status", [500, 503, 429])
def test_trouble_over_there_is_passing(server: HTTPServer, status: int) -> None:
    server.expect_request("/").respond_with_data(status=status)
    with pytest.raises(NotFetched) as trouble:
        fetch(server.url_for("/"), accept=())
    assert trouble.value.is_passing


def test_too_much_is_not_taken(server: HTTPServer) -> None:
    server.expect_request("/").respond_with_data(b"x" * 2001)
    with pytest.raises(NotFetched, match="too long"):
        fetch(server.url_for("/"), accept=(), most_bytes=2000)


def test_little_that_unpacks_to_much_is_not_taken(server: HTTPServer) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    server.expect_request("/").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(NotFetched, match="too long"):
        fetch(server.url_for("/"), accept=())


def test_what_is_packed_is_unpacked(server: HTTPServer) -> None:
    packed = gzip.compress(b"words")
    server.expect_request("/").respond_with_data(packed, headers={"Content-Encoding": "gzip"})
    assert fetch(server.url_for("/"), accept=()).body == b"words"


@pytest.mark.parametrize(("packing", "body"), [("gzip", b"no gzip"), ("br", b"x"), ("gzip, gzip", b"x")])
def test_what_is_packed_wrongly_is_not_taken(server: HTTPServer, packing: str, body: bytes) -> None:
    server.expect_request("/").respond_with_data(body, headers={"Content-Encoding": packing})
    with pytest.raises(NotFetched):
        fetch(server.url_for("/"), accept=())


def test_headers_of_the_caller_go_along_and_no_cookie_comes_back(server: HTTPServer) -> None:
    def answer(request: Request) -> Response:
        assert "Cookie" not in request.headers
        return Response(f"{request.headers['If-None-Match']} {request.headers['User-Agent'][:7]}")

    server.expect_request("/").respond_with_handler(answer)
    assert fetch(server.url_for("/"), accept=(), headers={"If-None-Match": '"a"'}).body == b'"a" Rapport'


@pytest.fixture
def dripping(here: None) -> Iterator[Callable[[bytes], str]]:
    """A server that says its first words and then a letter every so often, for as long as anybody listens."""
    listening = socket.create_server(("127.0.0.1", 0))

    def drip(first: bytes) -> str:
        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                try:
                    connection.sendall(first)
                    for _ in range(200):
                        connection.sendall(b"x")
                        time.sleep(0.02)
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    yield drip
    listening.close()


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_who_drips_is_cut_off_in_time(dripping: Callable[[bytes], str], first: bytes) -> None:
    with pytest.raises(NotFetched) as late:
        fetch(dripping(first), accept=(), seconds=0.3)
    assert late.value.is_passing


def test_nobody_there_is_passing(here: None) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(NotFetched) as nobody:
        fetch(f"http://127.0.0.1:{port}/", accept=())
    assert nobody.value.is_passing


def test_a_look_up_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    monkeypatch.setattr(http_connecting.socket, "getaddrinfo", lambda *_, **__: ended.wait(5))
    with pytest.raises(NotFetched) as late:
        fetch("http://town.example/", accept=(), seconds=0.1)
    ended.set()
    assert late.value.is_passing


def test_an_encoding_nobody_knows_is_read_as_far_as_it_goes() -> None:
    assert Fetched("", 200, body=b"a\xff", headers={"Content-Type": "text/html; charset=no-such"}).text == "a�"
    assert Fetched("", 200, body="ü".encode("latin-1"), headers={"Content-Type": "text/html; charset=latin-1"}).text
