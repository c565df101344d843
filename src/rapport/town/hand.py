"""What owners typed in by hand, as plain deeds to be replayed: promises, favours, wishes, people met, notes, roles."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Whom:
    """Somebody as the owner means them: the name as typed, the truth's person id (empty for a new face), and an
    address that tells namesakes apart."""

    name: str
    person: str = ""
    email: str = ""


@dataclass(frozen=True)
class HandAct:
    """One deed of an owner.

    `kind`: favour promise wish met note role list rest acquaintance. `sort` is the favour's kind (research door
    advice greeting referral other), the role or the list's name. `direction`: a favour is `from_them` or `to_them`, a
    promise `mine` or `theirs`. `is_done`: thanked, or kept. `met` names the `occasion` and `place`.
    """

    kind: str
    on: date
    people: tuple[Whom, ...]
    text: str = ""
    sort: str = ""
    direction: str = ""
    due: date | None = None
    is_done: bool = False
    occasion: str = ""
    place: str = ""


RANA = Whom("Rana Haddad", "rana", "rana@haddadkaram.example")
OYSTEIN = Whom("Øystein Bråten", "oystein", "oystein@fjordlys.example")
ZHANNA = Whom("Zhanna Orlova", "zhanna", "zhanna@orlovalaw.example")
BO = Whom("Bo Lindqvist", "bo", "bo@lindqvistplumbing.example")
ANN = Whom("Ann Okafor", "ann", "ann@okaforcoaching.example")
MO = Whom("Mo Adler", "mo", "mo@anchorage.example")
DEE = Whom("Dee Ngata", "dee", "dee@ngataceramics.example")
MEILING = Whom("Mei-Ling Chan", "meiling", "meiling.chan@quaynet.example")
PRIYA = Whom("Priya Raman", "priya", "priya@brightwater.example")
TUNDE = Whom("Tunde Bello", "tunde", "tunde@pennywise.example")
GRACE = Whom("Grace Whitcombe", "grace", "grace.whitcombe@chamber.example")
INES = Whom("Inés Peña", "ines", "ines@twotides.example")
LARS = Whom("Lars Holm", "lars", "lars.holm@bluefunnel.example")
JOHN = Whom("John Adeyemi", "john", "john@adeyemiplumbing.example")
DAVID = Whom("David Jones", "david1", "david.jones@clearview.example")
HAMISH = Whom("Hamish Munro", "hamish", "hamish@gullanchor.example")


def by_hand(owner: str) -> list[HandAct]:
    """What the owner of that handle typed in, oldest first; an empty list for those who typed nothing."""
    return sorted(_TYPED.get(owner, ()), key=lambda act: act.on)


_GRANT = "Researched the coastal enterprise grant for me, two evenings of it"
_ANN = (
    HandAct("note", date(2026, 6, 16), (MEILING,), "Signed the lease on Mill Lane. Head down until her café opens."),
    HandAct("role", date(2026, 6, 16), (MEILING, BO, MO), sort="friend"),
    HandAct("role", date(2026, 9, 1), (OYSTEIN, INES), sort="client"),
    HandAct("role", date(2026, 9, 1), (RANA, PRIYA), sort="peer"),
    HandAct("role", date(2026, 9, 1), (TUNDE,), sort="expert"),
    HandAct("role", date(2026, 9, 1), (GRACE,), sort="supporter"),
    HandAct("list", date(2026, 9, 1), (OYSTEIN, INES, RANA), sort="Pricing circle"),
    HandAct("acquaintance", date(2026, 9, 8), (TUNDE, GRACE), "Neighbours on Mill Lane"),
    HandAct("favour", date(2026, 9, 15), (GRACE,), "Opened the door at the chamber", "door", "from_them", is_done=True),
    HandAct("rest", date(2026, 10, 1), (DAVID,), "Moved to Swansea; no need to press"),
    HandAct("favour", date(2026, 10, 6), (TUNDE,), "Checked my first invoice run", "advice", "from_them", is_done=True),
    HandAct("favour", date(2026, 10, 20), (INES,), "Sent her to the Gazette for a cover", "referral", "to_them"),
    HandAct("promise", date(2026, 10, 22), (PRIYA,), "List of small venues", "", "mine", date(2026, 10, 30), True),
    HandAct("note", date(2026, 11, 3), (OYSTEIN,), "Still sells by the hour. Wants packages before the spring."),
    HandAct(
        "met", date(2026, 11, 10), (JOHN, GRACE, TUNDE), "John came as a guest, asked good questions",
        occasion="Chapter open morning", place="Harbour Hotel, Esplanade, Port Amaranth",
    ),
    HandAct("promise", date(2026, 11, 12), (OYSTEIN,), "Send the pricing workbook", "", "mine", date(2026, 11, 20)),
    HandAct("promise", date(2026, 11, 12), (LARS,), "Freight figures for my table", "", "theirs", date(2026, 12, 4)),
    HandAct("wish", date(2026, 11, 14), (ZHANNA,), "Maritime lawyer. Three of my clients have asked me for one."),
    HandAct("favour", date(2026, 11, 16), (RANA,), _GRANT, "research", "from_them"),
)  # fmt: skip
_BO = (
    HandAct("role", date(2026, 8, 4), (ANN, TUNDE), sort="friend"),
    HandAct("note", date(2026, 9, 2), (JOHN,), "Good hands. Would share the big jobs with him."),
    HandAct("favour", date(2026, 10, 9), (ANN,), "Told me to charge for the first visit", "advice", "from_them"),
    HandAct("promise", date(2026, 11, 11), (GRACE,), "Look at the chamber's boiler", "", "mine", date(2026, 11, 27)),
)
_MO = (
    HandAct("list", date(2026, 3, 2), (PRIYA, RANA, INES), sort="Greeters"),
    HandAct("role", date(2026, 3, 2), (ANN, PRIYA), sort="supporter"),
    HandAct("note", date(2026, 7, 9), (HAMISH,), "Lends us the back room if we order by noon."),
    HandAct("favour", date(2026, 10, 29), (HAMISH,), "The room for nothing, again", "other", "from_them"),
    HandAct("promise", date(2026, 11, 5), (ANN,), "Ten minutes on pricing in January", "", "mine", date(2026, 12, 18)),
    HandAct("wish", date(2026, 11, 9), (DEE,), "An evening by video with the potter from Wellington."),
)
_BRIGID = (
    HandAct("promise", date(2026, 11, 3), (ANN,), "Photographs from the marsh", "", "mine", date(2026, 11, 30)),
    HandAct("role", date(2026, 5, 6), (ANN, MO, PRIYA), sort="peer"),
)
_CY = (
    HandAct(
        "met", date(2026, 11, 14), (Whom("Jonah Speight"), Whom("Petra Vidal"), Whom("Lin"), Whom("Petra's sister")),
        "The first people I spoke to here", occasion="Half Moon open day", place="Half Moon Cycles, Port Amaranth",
    ),
    HandAct("promise", date(2026, 11, 14), (Whom("Petra Vidal"),), "Fix the brakes", "", "mine", date(2026, 11, 21)),
)  # fmt: skip
_TYPED = {"ann": _ANN, "bo": _BO, "mo": _MO, "brigid": _BRIGID, "cy": _CY}
