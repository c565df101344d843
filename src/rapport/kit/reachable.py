"""Which addresses the server may open a connection to: the world, and never itself or what stands beside it."""

import re
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

LONGEST = 2000
_NAME = re.compile(r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_WELL_KNOWN = (80, 443)
# Ways to write an IPv4 address inside of an IPv6 one, which some network on the way takes out again (RFC 6052, 3056,
# 4380, 4291): where they lead is not for the outside to say.
_CARRIERS = tuple(
    map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "::ffff:0:0:0/96"))
)
# Reserved after this version of Python learnt what is reserved, or relays of the ways above.
_ALSO_CLOSED = tuple(map(ip_network, ("192.88.99.0/24", "192.0.0.0/24", "5f00::/16", "3fff::/20")))

Address = IPv4Address | IPv6Address


class Target(NamedTuple):
    """Where a request goes: `host` in lower case and ASCII, without brackets; `address` where it is written out."""

    parts: SplitResult
    host: str
    port: int
    address: Address | None


def target(url: str) -> Target:
    """The host that `url` names. ValueError unless it is a plain http or https address: a name that can be looked up
    or an address in its usual spelling, no user name, no port of another service."""
    if len(url) > LONGEST or not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise ValueError("not a plain address")
    parts = urlsplit(url)
    host, port = (parts.hostname or "").removesuffix("."), parts.port
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise ValueError("not a plain address")
    port = port or (443 if parts.scheme == "https" else 80)
    if port < 1024 and port not in _WELL_KNOWN:
        raise ValueError("a port of another service")
    return Target(parts, host, port, _written(host))


def _written(host: str) -> Address | None:
    """The address that the host is written as, if it is one. Other spellings of numbers (0x7f.1, 2130706433) are
    refused: nobody means well by them."""
    if ":" in host:
        return ip_address(host)
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return IPv4Address(host)
    if not _NAME.fullmatch(host):
        raise ValueError("not a name")
    return None


def may_reach(address: Address, allowed: Sequence[str] = ()) -> bool:
    """Whether a connection may be opened to `address`: one of the world, or of the `allowed` networks."""
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    address = inner or address
    if any(address in ip_network(net, strict=False) for net in allowed):
        return True
    if isinstance(address, IPv6Address) and (address.scope_id or any(address in net for net in _CARRIERS)):
        return False
    is_closed = address.is_multicast or any(address in net for net in _ALSO_CLOSED)
    return address.is_global and not is_closed
