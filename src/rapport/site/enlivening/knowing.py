"""Members connect, follow, ask, and open ways to themselves."""

from rapport.introductions.paths import open_reach
from rapport.network.connect import accept, ask
from rapport.network.follow import follow
from rapport.network.models import Connection, Follow
from rapport.network.wiring import pack_again
from rapport.site.enlivening.stage import Stage
from rapport.town.hub.shapes import Pairing

LATELY = 40  # connections made by asking and accepting; those before stand as rows, as what is long past


def connect(stage: Stage) -> None:
    made = stage.hub.connections
    _long_since(stage, made[:-LATELY])
    for pair in made[-LATELY:]:
        one, other = stage.members[pair.one], stage.members[pair.other]
        ask(by=one, other=other, now=pair.at)
        accept(by=other, asker=one, now=pair.at)
    _follow(stage)
    for pair in stage.hub.requests:
        ask(by=stage.members[pair.one], other=stage.members[pair.other], note=pair.text, now=pair.at)
    for handle in stage.hub.reaches:
        open_reach(stage.members[handle], is_open=True)


def _long_since(stage: Stage, pairs: tuple[Pairing, ...]) -> None:
    """A thousand askings and acceptances would take longer than anybody waits for a demo, and tell nobody anything."""
    rows = []
    for pair in pairs:
        one, other = stage.members[pair.one], stage.members[pair.other]
        rows.append(Connection(member=one, other=other, since=pair.at))
        rows.append(Connection(member=other, other=one, since=pair.at))
    Connection.objects.bulk_create(rows, batch_size=500)
    pack_again([member.pk for member in stage.members.values()])


def _follow(stage: Stage) -> None:
    long_since = [pair for pair in stage.hub.follows if (stage.now - pair.at).days > 30]
    Follow.objects.bulk_create(
        Follow(by=stage.members[pair.one], other=stage.members[pair.other], since=pair.at) for pair in long_since
    )
    for pair in stage.hub.follows:
        if pair not in long_since:
            follow(by=stage.members[pair.one], other=stage.members[pair.other], now=pair.at)
