"""Files as a hostile or careless world hands them in: a good sample, broken a little, the same way in every run."""

import random
from collections.abc import Iterator

NASTY = (b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b'"', b",,,", b"<", b"&#0;", b"{", b"[" * 200, b"9" * 400, b"-1")


def mutated(sample: bytes, times: int) -> Iterator[bytes]:
    """Yield `times` broken forms of `sample`. The n-th depends on the sample and n alone."""
    for number in range(times):
        rng = random.Random(f"{number} {len(sample)}")  # noqa: S311
        broken = bytearray(sample)
        for _ in range(rng.choice((1, 1, 1, 2, 5))):
            rng.choice(WAYS)(broken, rng)
        yield bytes(broken)


def _span(broken: bytearray, rng: random.Random) -> slice:
    start = rng.randrange(len(broken) + 1)
    return slice(start, min(len(broken), start + rng.choice((1, 2, 8, 64, 1024))))


def _flip(broken: bytearray, rng: random.Random) -> None:
    if broken:
        broken[rng.randrange(len(broken))] ^= 1 << rng.randrange(8)


def _cut_off(broken: bytearray, rng: random.Random) -> None:
    del broken[rng.randrange(len(broken) + 1) :]


def _take_out(broken: bytearray, rng: random.Random) -> None:
    del broken[_span(broken, rng)]


def _repeat(broken: bytearray, rng: random.Random) -> None:
    span = _span(broken, rng)
    broken[span.start : span.start] = broken[span] * rng.choice((1, 2, 50))


def _put_in(broken: bytearray, rng: random.Random) -> None:
    start = rng.randrange(len(broken) + 1)
    broken[start:start] = rng.choice(NASTY)


def _overwrite(broken: bytearray, rng: random.Random) -> None:
    span = _span(broken, rng)
    broken[span] = rng.randbytes(span.stop - span.start)


WAYS = (_flip, _cut_off, _take_out, _repeat, _put_in, _overwrite)
