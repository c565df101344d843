"""Where people were met, in a word or two, so that those from one place stand together."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from django.db.models import F
from django.utils.translation import gettext as _

from rapport.people.models import CircleMember, Met, Person, Presence
from rapport.people.platforms import platform_label
from rapport.ties.models import Tie

SHARED = 3  # a place where fewer were met is no group
LONGEST = 40


def origins(people: Sequence[Person]) -> dict[int, str]:
    """Person id -> where they were met; left out where nothing is known.

    The first that several share of: how the owner wrote they met, gatherings, circles, the platform.
    """
    known = _known([person.pk for person in people])
    shared = Counter(word for words in known.values() for word in set(words))
    found = {}
    for who, words in known.items():
        common = [word for word in words if shared[word] >= SHARED]
        found[who] = common[0] if common else words[0]
    return found


def _known(ids: Sequence[int]) -> dict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for met in Met.objects.shown().filter(person__in=ids).exclude(how="").order_by("-is_hand", "on", "pk"):
        found[met.person_id].append(_place(met.how))
    seen = Presence.objects.shown().filter(person__in=ids, occasion__is_cancelled=False).exclude(answer="declined")
    for who, title in seen.order_by(F("occasion__begins_on").asc(nulls_first=True), "pk").values_list(
        "person_id", "occasion__title"
    ):
        found[who].append(title[:LONGEST])
    circles = CircleMember.objects.shown().filter(person__in=ids).order_by("pk")
    for who, name in circles.values_list("person_id", "circle__name"):
        found[who].append(name[:LONGEST])
    began = Tie.objects.filter(person__in=ids).exclude(began_how="")
    for who, platform in began.values_list("person_id", "began_how"):
        found[who].append(platform_label(platform))
    return found


def _place(how: str) -> str:
    """'met at the chapter' is the chapter."""
    lead = _("met at %(occasion)s").partition("%")[0]
    words = how.strip().partition("\n")[0]
    words = words[len(lead) :] if words.casefold().startswith(lead.casefold()) else words
    return words[:LONGEST].strip()
