"""Ways to reach people: mail addresses, telephone numbers, profiles; none of them can belong to anybody real."""

from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote

from rapport.town.folk import Handle, Name
from rapport.town.names import fold

# All names end in .example (RFC 2606); telephone numbers come from the ranges kept free for drama.
_HOSTS = ("postbox.example", "quaynet.example", "amaranth.example", "inbox.example", "seamail.example")
# Bristol first, so that most numbers in town look alike.
_AREAS = ("117496", "113496", "114496", "115496", "116496", "118496", "121496", "131496", "141496", "151496", "161496")
LINKEDIN = "https://www.linkedin.com/in/"


@dataclass
class Directory:
    """What is taken already, in the order it was given out."""

    taken: set[str] = field(default_factory=set)
    lines: int = 0

    def free(self, wanted: str, pattern: str) -> str:
        """`pattern` filled with `wanted`, or with the first number that makes it new."""
        number = 1
        text = pattern.format(wanted)
        while text in self.taken:
            number += 1
            text = pattern.format(f"{wanted}{number}")
        self.taken.add(text)
        return text

    def phone(self, country: str) -> str:
        """A new number in E.164, British or American, from a range kept for drama; empty when those are used up."""
        number = self.lines
        self.lines += 1
        if country == "1" and number < 9_900:
            return f"+1{212 + number // 100}55501{number % 100:02}"
        area = _AREAS[number // 1_000 % len(_AREAS)]
        return f"+44{area}{number % 1_000:04}" if number < 11_000 else ""


def plain(text: str) -> str:
    """Lower-case letters and digits only, as a mailbox name takes them."""
    return "".join(char for char in fold(text).lower() if char.isascii() and char.isalnum())


def personal_email(rng: Random, name: Name, directory: Directory) -> str:
    given, family = plain(name.given), plain(name.maiden or name.family)
    styles = (f"{given}.{family}", f"{given[:1]}{family}", f"{given}{family}", f"{family}.{given}", f"{given}_{family}")
    wanted = rng.choice(styles).strip("._") if family else given
    return directory.free(wanted, "{}@" + rng.choice(_HOSTS))


def work_email(name: Name, domain: str, directory: Directory) -> str:
    given, family = plain(name.given), plain(name.family)
    return directory.free(f"{given}.{family}".strip("."), "{}@" + domain)


def handles(rng: Random, name: Name, directory: Directory) -> tuple[Handle, ...]:
    """Profiles: LinkedIn for most; Facebook, X, Instagram, Mastodon and Bluesky for some, often by handle alone."""
    given, family = plain(name.given), plain(name.family)
    found = []
    if rng.random() < 0.86:
        slug = directory.free(_slug(rng, name), "{}")
        found.append(Handle("linkedin", slug, linkedin_url(slug)))
    if rng.random() < 0.6:
        user = directory.free(f"{given}.{family}".strip("."), "{}.fb")
        found.append(Handle("facebook", user, f"https://www.facebook.com/{user}"))
    for platform, share in (("x", 0.4), ("instagram", 0.45), ("mastodon", 0.2), ("bluesky", 0.15)):
        if rng.random() < share:
            handle = directory.free(f"{given}_{family[:1]}".strip("_"), "{}" + f"@{platform}").partition("@")[0]
            found.append(Handle(platform, handle))
    return tuple(found)


def linkedin_url(slug: str) -> str:
    return LINKEDIN + quote(slug)


def _slug(rng: Random, name: Name) -> str:
    latin = f"{plain(name.given)}-{plain(name.family)}".strip("-")
    roll = rng.random()
    if roll < 0.08 and fold(name.full) != name.full:
        return name.full.lower().replace(" ", "-").replace("'", "")
    return f"{latin}-{rng.randrange(0x1000, 0xFFFFF):x}" if roll < 0.45 else latin
