"""When a member leaves, what they wrote stays with the other; a thread that both have left goes."""

from rapport.kit.leaving import Farewell
from rapport.threads.models import Thread


def _nobody_s() -> None:
    Thread.objects.filter(sides=None).delete()


GONE = Farewell(after=_nobody_s)
