"""Where a request comes from, believing a proxy only if it is one of ours."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address to count attempts by. `X-Forwarded-For` is read from its end, as far as RAPPORT_TRUSTED_PROXIES
    (addresses or networks) vouch for it; what a client wrote into it itself is never reached."""
    address: str = request.META.get("REMOTE_ADDR", "") or "0.0.0.0"  # noqa: S104 - a name for nowhere
    for hop in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        if not _is_ours(address):
            break
        try:
            address = str(ip_address(hop.strip()))
        except ValueError:
            break
    return address


def _is_ours(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in ip_network(proxy, strict=False) for proxy in settings.TRUSTED_PROXIES)
