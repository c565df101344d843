"""Proof by a record of the domain, against a resolver of this machine: found, not found, silent, hostile, lost."""

import socket
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

import cast
from profiles.showing import browser
from rapport.kit.http import NotFetched
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles import proofs, txt
from rapport.profiles.links import link
from rapport.profiles.models import Proof
from rapport.profiles.proofs import Looked, home_of, keep, look, record_of
from rapport.profiles.say import say

pytestmark = pytest.mark.django_db
HOME = "http://127.0.0.1:8000/members/bo/"
SITE = "https://bo.example/"
Zone = dict[str, Callable[[dns.message.Message], bytes | None]]


@pytest.fixture
def zone(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Zone]:
    """What the resolver answers, by name; a name that is not in it does not exist. No page can be fetched."""
    known: Zone = {}
    door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    door.bind(("127.0.0.1", 0))
    settings.DNS_SERVER = f"127.0.0.1:{door.getsockname()[1]}"

    def serve() -> None:
        while True:
            asked, who = door.recvfrom(4096)
            if not asked:
                return
            question = dns.message.from_wire(asked)
            name = question.question[0].name.to_text().rstrip(".")
            answer = known.get(name, _nowhere)(question)
            if answer is not None:
                door.sendto(answer, who)

    def closed(url: str, **_: Any) -> Any:
        raise NotFetched("closed")

    monkeypatch.setattr(proofs, "fetch", closed)
    monkeypatch.setattr(txt, "SECONDS", 1.0)
    serving = threading.Thread(target=serve, daemon=True)
    serving.start()
    yield known
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
        last.sendto(b"", door.getsockname())
    serving.join(5)
    door.close()


def _nowhere(question: dns.message.Message) -> bytes:
    answer = dns.message.make_response(question)
    answer.set_rcode(dns.rcode.NXDOMAIN)
    return answer.to_wire()


def _broken(question: dns.message.Message) -> bytes:
    answer = dns.message.make_response(question)
    answer.set_rcode(dns.rcode.SERVFAIL)
    return answer.to_wire()


def says(*texts: str) -> Callable[[dns.message.Message], bytes]:
    def answered(question: dns.message.Message) -> bytes:
        answer = dns.message.make_response(question)
        rows = [f'"{text}"' for text in texts]
        answer.answer.append(dns.rrset.from_text(question.question[0].name, 60, "IN", "TXT", *rows))
        return answer.to_wire()

    return answered


def test_a_domain_whose_record_names_the_profile_is_the_member_s(zone: Zone) -> None:
    zone["_rapport.bo.example"] = says("v=spf1 -all", HOME.rstrip("/"))
    assert look(SITE, HOME).means == look("https://www.bo.example", HOME).means == "dns"


def test_a_long_record_comes_in_pieces(zone: Zone) -> None:
    zone["_rapport.bo.example"] = says(f'{HOME[:20]}" "{HOME[20:]}')
    assert look(SITE, HOME).means == "dns"


@pytest.mark.parametrize(
    "text", ["", f"{HOME}2", f"x {HOME}", "http://127.0.0.1.evil.example/members/bo/", "\\255\\000"]
)
def test_what_names_another_proves_nothing(zone: Zone, text: str) -> None:
    zone["_rapport.bo.example"] = says(text)
    assert look(SITE, HOME) == Looked()


def test_no_record_is_an_answer_and_no_answer_is_silence(zone: Zone) -> None:
    assert look(SITE, HOME) == Looked()
    zone["_rapport.bo.example"] = _broken
    assert look(SITE, HOME).is_silent
    zone["_rapport.bo.example"] = lambda _question: None  # it never answers: the question ends by itself
    assert look(SITE, HOME).is_silent
    zone["_rapport.bo.example"] = lambda _question: b"\x00" * 40
    assert look(SITE, HOME).is_silent


def test_an_answer_to_another_question_is_not_taken(zone: Zone) -> None:
    def forged(question: dns.message.Message) -> bytes:
        other = dns.message.make_query("_rapport.evil.example", "TXT")
        other.id = question.id
        return says(HOME)(other)

    zone["_rapport.bo.example"] = forged
    assert look(SITE, HOME).is_silent


@pytest.mark.parametrize(
    "url",
    ["https://bo.example/blog", "https://bo.example:8443/", "https://192.0.2.1/", "https://[2001:db8::1]/",
     "http://localhost/", "https://" + ("a" * 60 + ".") * 4 + "example/"],
)  # fmt: skip
def test_for_part_of_a_site_another_door_or_a_number_there_is_no_record(url: str) -> None:
    assert record_of(url) == ""


def test_the_record_is_asked_for_in_the_letters_of_the_wire_and_the_host_is_shown_plainly(zone: Zone) -> None:
    bo = cast.bo()
    say(member=bo, opens_for=Audience.EVERYONE)
    mixed = link(member=bo, text="https://p\u0430ypal.example/", audience=Audience.EVERYONE)  # a Cyrillic a
    zone["_rapport.xn--pypal-4ve.example"] = says(home_of(bo))
    keep(link=mixed, looked=look(mixed.url, home_of(bo)), now=cast.MORNING)
    page = browser(None).get(bo.path).content.decode()
    assert "a record of the domain" in page
    assert "xn--pypal-4ve.example" in page
    assert "p\u0430ypal" not in page


def test_when_the_record_is_gone_the_proof_is_lost_and_dated(zone: Zone) -> None:
    bo: Member = cast.bo()
    site = link(member=bo, text=SITE, audience=Audience.EVERYONE)
    zone["_rapport.bo.example"] = says(home_of(bo))
    keep(link=site, looked=look(SITE, home_of(bo)), now=cast.MORNING)
    proof = Proof.objects.get(member=bo)
    assert (proof.means, proof.proved_at, proof.lost_at) == ("dns", cast.MORNING, None)
    del zone["_rapport.bo.example"]
    week_on = cast.MORNING + timedelta(days=7)
    keep(link=site, looked=look(SITE, home_of(bo)), now=week_on)
    proof.refresh_from_db()
    assert proof.lost_at == week_on
