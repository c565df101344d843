"""Whether what stopped something lies outside: a full disk, or a database that is busy or away. No Django is needed."""

import errno

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL_WORDS = ("is full", "no space left", "too large")
_AWAY_WORDS = ("locked", "lock timeout", "connection", "the database system is")


def is_full(trouble: BaseException | None) -> bool:
    """SQLite and PostgreSQL say it in words, the system by a number."""
    if _is_of_a_database(trouble):
        return any(words in str(trouble).casefold() for words in _FULL_WORDS)
    return isinstance(trouble, OSError) and trouble.errno in _FULL


def is_away(trouble: BaseException | None) -> bool:
    """A database that gives no turn, or cannot be reached."""
    return _is_of_a_database(trouble) and any(words in str(trouble).casefold() for words in _AWAY_WORDS)


def why(trouble: BaseException | None) -> str:
    """In a few words for a log; empty where it may be a mistake of ours."""
    if is_full(trouble):
        return "no room is left on the disk"
    return "the database is busy, or away" if is_away(trouble) else ""


def _is_of_a_database(trouble: BaseException | None) -> bool:
    """Django's and each driver's own bear the name that Python's database interface (PEP 249) gives them."""
    return any(kind.__name__ == "OperationalError" for kind in type(trouble).__mro__)
