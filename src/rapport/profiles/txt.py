"""What a domain says of itself in its TXT records: asked of the machine's own resolver, in little time."""

from __future__ import annotations  # what is imported later is named in signatures

import dns.exception
import dns.resolver
from django.conf import settings

SECONDS = 5.0  # for the whole question
MOST, LONGEST = 50, 1000  # records, and bytes of one


class NotTold(Exception):
    """Nobody answered; it may be better another time."""


def records(name: str) -> frozenset[str]:
    """The TXT records of this name (as it is on the wire); none where there is no such name. Raises NotTold."""
    try:
        answer = _resolver().resolve(name, "TXT", search=False, raise_on_no_answer=False)
    except dns.resolver.NXDOMAIN:
        return frozenset()
    except dns.exception.DNSException as trouble:
        raise NotTold from trouble
    except OSError as trouble:
        raise NotTold from trouble
    told = (b"".join(row.strings) for row in list(answer.rrset or ())[:MOST])
    return frozenset(text.decode("utf-8", "replace") for text in told if len(text) <= LONGEST)


def _resolver() -> dns.resolver.Resolver:
    """`DNS_SERVER` is an address with a port (`127.0.0.1:5353`); empty: those that the machine itself asks."""
    address, _, port = settings.DNS_SERVER.rpartition(":")
    resolver = dns.resolver.Resolver(configure=not address)
    if address:
        resolver.nameservers, resolver.port = [address.strip("[]")], int(port)
    resolver.lifetime, resolver.timeout = SECONDS, SECONDS / 2
    return resolver
