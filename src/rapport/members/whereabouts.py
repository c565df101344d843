"""Where a request comes from, believing a proxy only if it is one of ours."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address to count attempts by; of the newer internet its first half, as one house has the whole of the rest.
    `X-Forwarded-For` is read from its end, as far as RAPPORT_TRUSTED_PROXIES (addresses or networks) vouch for it; what
    a client wrote into it itself is never reached."""
    address = _read(request.META.get("REMOTE_ADDR", "")) or IPv4Address(0)
    for hop in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        before = _read(hop) if _is_ours(address) else None
        if before is None:
            break
        address = before
    return str(address) if address.version == 4 else str(IPv6Address(int(address) >> 64 << 64))


def _read(text: str) -> IPv4Address | IPv6Address | None:
    """A server that listens for both kinds writes those of the older one inside of the newer: they are taken out."""
    try:
        found = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    return (found.version == 6 and found.ipv4_mapped) or found


def _is_ours(address: IPv4Address | IPv6Address) -> bool:
    return any(address in ip_network(proxy, strict=False) for proxy in settings.TRUSTED_PROXIES)
