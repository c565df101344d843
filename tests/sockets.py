"""Tests reach this machine only: a connection or a look-up that would leave it fails loudly."""

import ipaddress
import socket
from typing import Any


class LeftTheMachine(RuntimeError):
    """No OSError on purpose: the product catches those, and a test must not pass because of it."""


def close_to_the_world() -> None:
    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    known = socket.getaddrinfo

    def look_up(host: Any, *rest: Any, **options: Any) -> Any:
        if host is not None and not is_literal(host) and not is_here(host):
            raise LeftTheMachine(f"A test asked the world where {host!r} is.")
        return known(host, *rest, **options)

    socket.getaddrinfo = look_up


def _guarded(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_here(address[0]):
            raise LeftTheMachine(f"A test tried to reach {address!r}.")
        return connect(self, address)

    return guarded


def is_here(host: str | bytes) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in ("", "localhost"):
        return True
    if not is_literal(name):
        return False
    address = ipaddress.ip_address(name)
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def is_literal(host: str | bytes) -> bool:
    try:
        ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host)
    except ValueError:
        return False
    return True
