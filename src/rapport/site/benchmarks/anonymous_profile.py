"""The page of a member who shows themselves to everyone, asked for by somebody who is not signed in and has it already;
through the whole of the server's side."""

from django.core.wsgi import get_wsgi_application

from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big_life import big_life, shown_member
from rapport.site.developing.visits import rows_ms
from rapport.site.developing.wire import again_ms


def run() -> Measured:
    member = shown_member(big_life())
    itself = (
        "select m.name, p.opens_for from members_member m join profiles_profile p on p.member_id = m.id where m.id = %s"
    )
    return Measured(again_ms(get_wsgi_application(), member.path), floor=rows_ms((itself, [member.pk])))


ANONYMOUS = Benchmark("anonymous-profile", "ms cpu", 0.5, run)
