"""A line as people type it: 'Rana Haddad, grant researcher at Northlight, rana@x.example #eventprofs'.

Only what is certain is taken apart: the name stands first, ways to reach somebody are known by their form, `#words` are
lists, 'met ...' is how they met. What stands right after the name is what they do, unless it is what they care about
("butterflies"); everything else is kept as a note.
"""

import re
from dataclasses import dataclass
from typing import Literal

from rapport import topics
from rapport.handles.profiles import Profile, profile
from rapport.handles.ways import email, phone
from rapport.kit.cleaning import one_line

Second = Literal["title", "firm"]
LONGEST_NAME = 300

_HASHTAG = re.compile(r"(?:(?<=\s)|^)[#\uff03]([\w&'+-]*\w)")
_PIECES = re.compile(r"\s*[,;\t\n|،、]\s*")
_BULLET = re.compile(r"^(?:[-*+\u2022\u2023\u25aa\u25cf\u2013\u2014\u00b7>]\s*|\(?\d{1,4}[.):]\s+|\d{1,4}\t)+")
_NUMBER = re.compile(r"[+(]?[\d][\d\s().\-/]{5,24}")
_NOTE = re.compile(r"([^:,;\t\n|@/]{1,80}):\s+(\S.*)", re.DOTALL)
_AT = re.compile(r"(?:(.+?)\s+)?(?:at|@|bei|chez)\s+(\S.*)", re.IGNORECASE)
_WORKS = re.compile(r"(?:works?|working)\s+(?:(?:as)\s+(?:an?\s+)?)?", re.IGNORECASE)
_MET = re.compile(r"(?:we\s+)?met\b\s*", re.IGNORECASE)
_FIRM = re.compile(
    r"&|\b(ltd|limited|llc|inc|corp|plc|gmbh|ag|sarl|bv|co|group|partners|hotels?|bank|studio|university|college|school|"
    r"council|agency|associates|consulting|holdings)\b\.?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:is|was|has|had|wants|needs|knows|lives|keeps|plays|collects|asked|said|says|starts|started|moved|"
    r"moving|looking|interested|introduced|friend|wife|husband|son|daughter|mother|father|sister|brother|call|send|"
    r"ask|born|who|but|and|not|from|just|recently|lately|always|never|still|used|likes?|loves?)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 8  # a longer piece is no title


@dataclass(frozen=True, slots=True)
class Typed:
    """A person as typed. `note` is what could not be put anywhere else; `is_note`: the line was 'Name: a note'."""

    name: str
    title: str = ""
    firm: str = ""
    met: str = ""
    ways: tuple[Profile, ...] = ()
    words: tuple[str, ...] = ()
    note: str = ""
    is_note: bool = False


def read(line: str, region: str = "", second: Second = "title", *, may_be_note: bool = True) -> Typed:
    """One line as a person; never fails. `region` (two letters) is where telephone numbers without country code are
    from. `second` is what stands after a name if its form does not tell. An empty name means there was none.
    With `may_be_note`, 'Bo: a few words' is a note about Bo."""
    line = _BULLET.sub("", line.strip()).replace("\t", ",")
    line = _BULLET.sub("", "\n".join(one_line(part) for part in line.split("\n")).strip())
    if may_be_note and (match := _NOTE.fullmatch(line)):
        return Typed(_name(match[1]), note=match[2].strip(), is_note=True)
    words = tuple(dict.fromkeys(_HASHTAG.findall(line)))
    pieces, ways = [], []
    for piece in _PIECES.split(_HASHTAG.sub("", line)):
        rest, found = _without_ways(piece, region)
        ways += found
        if rest:
            pieces.append(rest)
    return _placed(pieces, tuple(dict.fromkeys(ways)), words, second)


def work_of(piece: str, second: Second) -> tuple[str, str] | None:
    """(title, firm) that a piece tells, or None when it is rather a sentence or a pastime."""
    works = _WORKS.match(piece)
    piece = piece[works.end() :] if works else piece
    if len(piece.split()) > _MOST_WORDS or (not works and (_SENTENCE.match(piece) or _is_pastime(piece))):
        return None
    if match := _AT.fullmatch(piece):
        return match[1] or "", match[2]
    is_firm = bool(_FIRM.search(piece)) or (second == "firm" and not piece[0].islower())
    return ("", piece) if is_firm else (piece, "")


def _is_pastime(piece: str) -> bool:
    return topics.shipped().is_only_pastimes(piece)


def _placed(pieces: list[str], ways: tuple[Profile, ...], words: tuple[str, ...], second: Second) -> Typed:
    name = _name(pieces[0]) if pieces else (ways[0].handle if ways else "")
    met, notes, title, firm = "", [], "", ""
    for at, piece in enumerate(pieces[1:], 1):
        if match := _MET.match(piece):
            met = met or f"met {piece[match.end() :].strip()}"
        elif at == 1 and (work := work_of(piece, second)):
            title, firm = work
        elif title and not firm and at == 2 and work_of(piece, "firm") == ("", piece) and not piece[0].islower():
            firm = piece
        else:
            notes.append(piece)
    return Typed(name, title[:300], firm[:300], met, ways, words, ", ".join(notes))


def _without_ways(piece: str, region: str) -> tuple[str, list[Profile]]:
    """What is left of a piece when the ways to reach somebody are taken out, and those."""
    if _NUMBER.fullmatch(piece) and (number := phone(piece, region)):
        return "", [Profile("phone", number, "")]
    rest, ways = [], []
    for token in piece.split():
        way = way_of(token, region)
        if way is None:
            rest.append(token)
        else:
            ways.append(way)
    return " ".join(rest), ways


def way_of(token: str, region: str = "") -> Profile | None:
    """A word as a way to reach somebody, if its form leaves no doubt: an address, a whole number, a profile, a page
    with its scheme."""
    token = token.strip("()[]<>,;\"'")
    if "@" in token and (address := email(token)):
        return Profile("email", address, "")
    if sum(sign.isdigit() for sign in token) >= 7 and _NUMBER.fullmatch(token):
        number = phone(token, region)
        return Profile("phone", number, "") if number else None
    found = profile(token) if "." in token or "@" in token else None
    if found is None:
        return None
    is_certain = found.platform != "web" or "://" in token or token.casefold().startswith("www.")
    return found if is_certain else None


def _name(text: str) -> str:
    return one_line(text).strip(" .-–—:*\"'")[:LONGEST_NAME].strip()
