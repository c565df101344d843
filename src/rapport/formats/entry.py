"""One entry of an address book while its cells are gathered."""

import re

from rapport.formats import nothing
from rapport.formats.dates import note_day
from rapport.formats.decoding import one_line
from rapport.formats.facts import Day, Extra, Handle, Home, Job, Kin, Met, NameForm, PersonFact, Remark, Taste, When
from rapport.formats.handles import email_handle, link_handle, phone_handle

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_INTRODUCERS = frozenset({"referred by", "introduced by", "referred_by", "introduced_by"})
_MESSENGERS = {"google talk": "gtalk", "jabber": "xmpp", "twitter": "x", "windows live": "msn", "live messenger": "msn"}


class Entry:
    """What is told of somebody, cell by cell; empty cells tell nothing, and nothing is told twice.

    `region` is where telephone numbers without a country are from; `left_out` is a reason not to tell the whole.
    """

    def __init__(self, region: str = "") -> None:
        self.region = region
        self.name = ""
        self.left_out = ""
        self.met: Met | None = None
        self._names: list[NameForm] = []
        self._handles: dict[tuple[str, str], Handle] = {}
        self._jobs: list[Job] = []
        self._homes: list[Home] = []
        self._days: list[Day] = []
        self._kin: list[Kin] = []
        self._remarks: list[Remark] = []
        self._tastes: list[Taste] = []
        self._labels: list[str] = []
        self._extras: list[Extra] = []

    @property
    def handles(self) -> tuple[Handle, ...]:
        return tuple(self._handles.values())

    def call(self, *, prefix: str = "", given: str = "", middle: str = "", family: str = "", suffix: str = "") -> None:
        """The whole name from its parts; the family's first where it is written so."""
        prefix, given, middle, family, suffix = nothing.name_parts(prefix, given, middle, family, suffix)
        if given and family and _CJK.fullmatch(given + family):
            self.name = family + given
        else:
            self.name = one_line(" ".join((prefix, given, middle, family, suffix)))

    def alias(self, text: str, kind: str) -> None:
        if (text := nothing.name(one_line(text))) and text != self.name:
            self._names.append(NameForm(text, kind))

    def email(self, text: str, context: str = "") -> None:
        self._reach(email_handle(text, context), "E-mail", text)

    def phone(self, text: str, context: str = "") -> None:
        """A number; one whose country is not known stays as written. Words in its place are kept as they came."""
        handle = phone_handle(text, self.region, context)
        if handle is None and sum(map(str.isdecimal, text)) >= 3:
            handle = Handle("phone", one_line(text).lstrip("'")[:40], context=context)
        if handle is not None and "fax" in context:
            handle = Handle("fax", handle.handle, context=context)
        self._reach(handle, "Phone", text)

    def link(self, text: str, context: str = "") -> None:
        self._reach(link_handle(text, context), "Web page", text)

    def messenger(self, service: str, text: str, context: str = "") -> None:
        service = one_line(service).casefold()
        platform = _MESSENGERS.get(service, service.replace(" ", "-"))[:24] or "im"
        if text := nothing.cell(one_line(text)):
            self._reach(Handle(platform, text, context=context), "", text)

    def job(self, organization: str = "", title: str = "", department: str = "") -> None:
        organization, title, department = map(nothing.cell, (organization, title, department))
        if organization or title or department:
            self._jobs.append(Job(one_line(organization), one_line(title), one_line(department)))

    def home(self, *lines: str, kind: str = "", locality: str = "", country: str = "", whole: str = "") -> None:
        """A postal address: as one text, or line by line (then `lines` hold town and country too)."""
        lines, whole = tuple(map(nothing.cell, lines)), nothing.cell(whole)
        if text := one_line(whole.replace("\n", ", ")) or ", ".join(one_line(line) for line in lines if line):
            self._homes.append(Home(text, kind, nothing.cell(one_line(locality)), nothing.cell(one_line(country))))

    def day(self, kind: str, when: When | None) -> None:
        if when is not None:
            self._days.append(Day(one_line(kind).casefold() or "date", when))

    def kin(self, kind: str, name: str) -> None:
        """A relation; "referred by" is how one met."""
        kind, name = one_line(kind).casefold(), nothing.name(one_line(name))
        if name and kind in _INTRODUCERS:
            kind, self.met = "introduced_by", self.met or Met("", through=name)
        if name:
            self._kin.append(Kin(kind or "relative", name))

    def note(self, text: str) -> None:
        """A private note, whole; where it opens with a day it was written then."""
        if nothing.cell(text):
            self._remarks.append(Remark(text, note_day(text)))

    def taste(self, words: str, platform: str, evidence: str) -> None:
        """Interests, several of them apart by commas or semicolons."""
        told = [one_line(word) for word in re.split("[,;]", words)]
        self._tastes += [Taste(word, platform, evidence) for word in told if nothing.cell(word)]

    def label(self, text: str) -> None:
        if text := nothing.cell(one_line(text)):
            self._labels.append(text)

    def keep(self, name: str, value: str) -> None:
        if nothing.cell(value):
            self._extras.append(Extra(one_line(name) or "Other", value))

    def fact(self, key: str) -> PersonFact:
        """All of it, each part once."""
        return PersonFact(
            key,
            self.name,
            names=tuple(dict.fromkeys(self._names)),
            handles=self.handles,
            jobs=tuple(dict.fromkeys(self._jobs)),
            homes=tuple(dict.fromkeys(self._homes)),
            days=tuple(dict.fromkeys(self._days)),
            kin=tuple(dict.fromkeys(self._kin)),
            remarks=tuple(dict.fromkeys(self._remarks)),
            tastes=tuple(dict.fromkeys(self._tastes)),
            labels=tuple(dict.fromkeys(self._labels)),
            met=self.met,
            extras=tuple(dict.fromkeys(self._extras)),
        )

    def _reach(self, handle: Handle | None, name: str, text: str) -> None:
        if handle is not None:
            self._handles.setdefault((handle.platform, handle.handle.casefold()), handle)
        else:
            self.keep(name, text.strip())
