"""In whatever way an address of this machine or of what stands beside it is spelt: nothing is asked of it."""

import socket
from ipaddress import ip_address

import pytest

from rapport.kit.http import NotFetched, fetch
from rapport.kit.reachable import may_reach

SPELLINGS = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://127.0.0.1./",
    "http://127.255.255.254/",
    "http://①②⑦.⓪.⓪.①/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://0.0.0.0/",
    "http://0/",
    "http://10.1.2.3/",
    "http://172.16.9.9/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://192.0.0.8/",
    "http://198.18.0.1/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1%25lo]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[ff02::1]/",
    "http://town.example@127.0.0.1/",
    "http://127.0.0.1\\@town.example/",
    "http://127.0.0.1:25/",
    "http:127.0.0.1/",
    "//127.0.0.1/",
    "file:///etc/passwd",
    "gopher://127.0.0.1/",
    "ftp://127.0.0.1/",
    "http:///",
    "http://town.example:99999/",
    "http://[::1/",
    "http://-/",
    "http://town.example/ x",
    "https://" + "x" * 3000 + ".example/",
]


@pytest.mark.parametrize("url", SPELLINGS)
def test_without_the_setting_nothing_here_or_beside_is_asked(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _never)
    with pytest.raises(NotFetched) as refused:
        fetch(url, accept=())
    assert not refused.value.is_passing


def _never(*_: object) -> None:
    raise AssertionError("a connection was opened")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_the_world_may_be_asked(address: str) -> None:
    assert may_reach(ip_address(address))


def test_the_host_may_open_a_network_of_the_house() -> None:
    assert may_reach(ip_address("10.1.2.3"), ["10.1.0.0/16"])
    assert may_reach(ip_address("::ffff:10.1.2.3"), ["10.1.0.0/16"])
    assert not may_reach(ip_address("10.2.2.3"), ["10.1.0.0/16"])
