"""The inside of `kit/http.py`: a connection to the one address that was looked up and checked, cut when time is up."""

import contextlib
import socket
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import ip_address
from typing import Any

import requests
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError as HTTPError  # for `kit/http.py`

from rapport.kit.reachable import Address, Target, may_reach


class LeftUnreached(requests.RequestException):
    """The address is one that this server opens no connection to."""


class Door(requests.adapters.HTTPAdapter):
    """For one request to `where`. `ends`: the monotonic second at which the connection is cut.

    (requests-hardened pins addresses likewise; it knows neither networks that are allowed nor a deadline, and looks at
    the first answer of a look-up only.)
    """

    def __init__(self, where: Target, allowed: Sequence[str], ends: float) -> None:
        super().__init__()
        self._where, self._allowed, self._ends = where, allowed, ends
        self._watch = Watch(ends)

    def close(self) -> None:
        self._watch.stop()
        super().close()

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
        """The pool is of the checked address; certificate and Host are those of the name."""
        host_params, pool_kwargs = super().build_connection_pool_key_attributes(request, verify, cert)
        where = self._where
        named = f"[{where.host}]" if ":" in where.host else where.host
        request.headers["Host"] = named if where.parts.port is None else f"{named}:{where.port}"
        host_params["host"] = str(checked(where, self._allowed, self._ends))
        if where.parts.scheme == "https":
            pool_kwargs.update(assert_hostname=where.host, server_hostname=where.host)  # type: ignore[call-arg]
        return host_params, pool_kwargs

    def get_connection_with_tls_context(self, request: Any, verify: Any, proxies: Any = None, cert: Any = None) -> Any:
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies, cert)
        if isinstance(pool, HTTPSConnectionPool):
            pool.ConnectionCls = partial(_WatchedTls, watch=self._watch)  # type: ignore[assignment]
        elif isinstance(pool, HTTPConnectionPool):
            pool.ConnectionCls = partial(_Watched, watch=self._watch)  # type: ignore[assignment]
        return pool


def checked(where: Target, allowed: Sequence[str], ends: float) -> Address:
    """The first address of the host. `LeftUnreached` if any of its addresses may not be reached: a name that points
    into a house and out of it at once is no honest one."""
    found = [where.address] if where.address else _looked_up(where.host, where.port, ends)
    if not found or not all(may_reach(address, allowed) for address in found):
        raise LeftUnreached
    return found[0]


def _looked_up(host: str, port: int, ends: float) -> list[Address]:
    """A resolver may take longer than we care to wait."""
    asking = ThreadPoolExecutor(max_workers=1)
    try:
        answers = asking.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        rows = answers.result(timeout=max(ends - time.monotonic(), 0.01))
    finally:
        asking.shutdown(wait=False)
    return [ip_address(str(row[4][0])) for row in rows]


class Watch:
    """Cuts a connection at its time, however slowly the other side drips: timeouts of sockets count each wait anew."""

    def __init__(self, ends: float) -> None:
        self._timer = threading.Timer(max(ends - time.monotonic(), 0.01), self._cut)
        self._timer.daemon = True
        self._twin: socket.socket | None = None

    def begin(self, connection: socket.socket) -> None:
        self._twin = connection.dup()  # wrapping in TLS takes the first one away
        self._timer.start()

    def stop(self) -> None:
        self._timer.cancel()
        if self._twin is not None:
            self._twin.close()

    def _cut(self) -> None:
        with contextlib.suppress(OSError, AttributeError):
            self._twin.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]


class _Watched(HTTPConnection):
    def __init__(self, *args: Any, watch: Watch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._watch = watch

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        self._watch.begin(made)
        return made


class _WatchedTls(HTTPSConnection):
    def __init__(self, *args: Any, watch: Watch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._watch = watch

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        self._watch.begin(made)
        return made
