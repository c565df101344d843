from collections.abc import Iterator
from itertools import chain

import pytest

from formats.mutations import dropped, member, mutated, survived
from rapport.formats.facts import DroppedFact, Fact, PersonFact, SkippedFact
from rapport.formats.files import Dropped, Member, Refused
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import CHOICES, of, told

CONNECTIONS = (
    'Notes:\n"When exporting your connection data, you may notice, ..."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    'Bo,Lindqvist,https://linkedin.com/in/bo,bo@pipes.example,"Pipes, Inc.",Plumber,08 Feb 2024\n'
    'Øystein,Bråten,https://linkedin.com/in/br%C3%A5ten,,"""Lucky"" Print",CEO,28 Feb 2020\n'
    ",,,,,,07 Jun 2022\n"
)
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    "1,,Bo Lindqvist,https://linkedin.com/in/bo,Ann,https://linkedin.com/in/ann,2023-06-01 14:03:22 UTC,,Hi,INBOX\n"
    '2,Dinner,Ann,https://linkedin.com/in/ann,"Bo, MBA, Cy","https://linkedin.com/in/bo,https://linkedin.com/in/cy",'
    '2023-06-01 15:10:00 UTC,,"Thursday, ""usual"" place.\nBring the photos!",INBOX\n'
)
OTHERS = {
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    'Ann,Bo,"1/29/26, 2:37 PM",Lovely to meet you,OUTGOING,https://linkedin.com/in/ann,https://linkedin.com/in/bo\n',
    "Events.csv": "Event Name,Event Time,Status,External Url\n"
    'Walk,"May 18, 2025 10:00 AM - May 18, 2025 01:00 PM",OK,\n',
    "Comments_1.csv": 'Date,Link,Message\n2026-01-05 10:00:00,https://x.example,"Bo Lindqvist, \\"yes\\" thanks"\n',
    "Shares_1.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    '2026-01-05 10:00:00,https://x.example,"One.""\n""""\n""Two #pipes",https://news.example,,ALL\n',
    "ImportedContacts.csv": "FirstName,LastName,Emails,PhoneNumbers\n"
    "Bo,Lindqvist,bo.lindqvist@a.example,+1 312 555 0142\n",
    "Profile.csv": "First Name,Last Name,Maiden Name,Headline,Zip Code,Twitter Handles,Websites\n"
    'Ann,Okafor,Eze,Coach,,[ann],"[BLOG:https://ann.example]"\n',
}


class Untouchable(Exception):
    """A file was opened that never may be."""


def _closed(path: str) -> Member:
    def refuse() -> None:
        raise Untouchable(path)

    return Member(path, path.casefold().replace(" ", "_"), 10, refuse)


def test_files_are_told_by_their_columns_under_any_name():
    files = {"my old list.csv": CONNECTIONS, "people.csv": "Name,Town\nBo,Bern\n", "a.vcf": "BEGIN:VCARD\n"}
    assert [found.path for found in SOURCE.takes(dropped(files))] == ["my old list.csv"]
    assert SOURCE.takes(dropped({"Skills.csv": "Name\nPricing\n", "notes.txt": "Notes\n"})) == []


def test_logins_and_receipts_are_never_opened():
    private = [
        _closed(path) for path in ("Logins.csv", "Receipts_v2.csv", "Jobs/Job Applications.csv", "Registration.csv")
    ]
    drop = Dropped("Complete", (member("Connections.csv", CONNECTIONS), *private))
    facts = list(SOURCE.read(SOURCE.takes(drop), CHOICES))
    assert SkippedFact("files that say nothing of a relationship, left unopened", 4) in facts


def test_a_preamble_alone_is_refused_in_a_sentence():
    with pytest.raises(Refused, match="no row with the names"):
        told(SOURCE, {"Connections.csv": 'Notes:\n"text"\n\n'})


def test_one_broken_file_does_not_cost_the_others():
    facts = told(SOURCE, {"Connections.csv": "Notes:\n", "messages.csv": MESSAGES})
    assert [fact.where for fact in of(DroppedFact, facts)] == ["Connections.csv"]
    assert of(PersonFact, facts)


def test_a_file_that_is_refused_midway_keeps_what_was_read():
    def too_much() -> None:
        raise Refused("messages.csv holds more than Rapport reads at once.")

    messages = member("messages.csv", MESSAGES)
    broken = Member(messages.path, messages.name, messages.size, too_much)
    broken.heads.keep(broken.path, MESSAGES.encode())
    drop = Dropped("Archive", (member("Connections.csv", CONNECTIONS), broken))
    facts = list(SOURCE.read(SOURCE.takes(drop), CHOICES))
    assert any("more than Rapport reads" in fact.why for fact in of(DroppedFact, facts))
    assert of(PersonFact, facts)


def test_ten_thousand_equal_rows_are_one_person():
    facts = told(SOURCE, {"Connections.csv": CONNECTIONS + "Cy,Park,,,,,01 Jan 2024\n" * 10_000})
    assert len({person.key for person in of(PersonFact, facts)}) == 3


@pytest.mark.parametrize("path", ["Connections.csv", "messages.csv", *OTHERS])
def test_no_broken_file_breaks_the_reader(path, times):
    files: dict[str, str | bytes] = {"Connections.csv": CONNECTIONS, "messages.csv": MESSAGES, **OTHERS}
    whole = str(files[path]).encode()

    def read(form: bytes) -> Iterator[Fact]:
        drop = dropped(files | {path: form})
        return SOURCE.read(SOURCE.takes(drop), CHOICES)

    assert survived(read, chain([whole], mutated(whole, times // 8))) > times // 8
