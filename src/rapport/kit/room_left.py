"""Whether it was a full disk that stopped something."""

import errno

from django.db import OperationalError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full(trouble: BaseException | None) -> bool:
    """SQLite and PostgreSQL say it in words, the system by a number."""
    if isinstance(trouble, OperationalError):
        said = str(trouble).casefold()
        return "disk is full" in said or "no space left" in said
    return isinstance(trouble, OSError) and trouble.errno in _FULL
