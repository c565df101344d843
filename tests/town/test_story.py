"""Ann's morning stands in every town."""

from collections import defaultdict
from datetime import date

import pytest

from rapport.town import Town, build, by_hand, truth_of
from rapport.town.contact import contacts
from rapport.town.entries import ANNS_ENTRIES
from rapport.town.story import BUTTERFLY_NOTE, TONIGHT, odds

SEEDS = (1, 2, 3)
FRIDAY = date(2026, 11, 13)


@pytest.fixture(scope="module", params=SEEDS)
def town(request: pytest.FixtureRequest) -> Town:
    return build(request.param)


@pytest.fixture(scope="module")
def days(town: Town) -> dict[str, set[date]]:
    """The days on which Ann was in touch with each of her people."""
    found: dict[str, set[date]] = defaultdict(set)
    for contact in contacts(town.owner("ann"), town.talks, town.gatherings):
        found[contact.person].add(contact.day)
    return found


def test_anns_690_entries_are_412_people(town: Town) -> None:
    entries = [entry for entry in town.entries if entry.owner == "ann"]
    assert len(entries) == ANNS_ENTRIES == 690
    assert len({(entry.file, entry.key) for entry in entries}) == 690
    assert len({entry.person for entry in entries}) == 412


def test_anns_entries_have_keys_of_their_own(town: Town) -> None:
    assert not [entry.key for entry in town.entries if entry.owner == "ann" and "#" in entry.key]


def test_each_of_anns_people_stands_in_more_than_mail_and_calendar(town: Town) -> None:
    firm = {entry.person for entry in town.entries if entry.owner == "ann" and entry.source not in ("mail", "calendar")}
    assert len(firm) == 412


def test_ann_noted_bos_butterflies_in_2016(town: Town) -> None:
    cards = [entry for entry in town.entries if (entry.owner, entry.person, entry.source) == ("ann", "bo", "vcard")]
    assert [card.note for card in cards if card.note] == [BUTTERFLY_NOTE]
    assert BUTTERFLY_NOTE.startswith("2016-05-12: ")


def test_brigid_invited_ann_to_count_butterflies(town: Town) -> None:
    count = next(one for one in town.gatherings if one.title == "Butterfly Count, Heron Marsh")
    assert count.organizer == "brigid"
    assert [guest.person for guest in count.guests] == ["ann"]
    assert (count.begins.year, count.begins.month) == (2026, 8)


def test_bo_and_brigid_were_never_seen_together(town: Town) -> None:
    both = {"bo", "brigid"}
    assert not [tie for tie in town.ties if {tie.a, tie.b} == both]
    assert not [one for one in town.gatherings if both <= set(one.people) or both <= set(one.came)]
    assert not [talk for talk in town.talks if both <= {talk.sender, *talk.receivers}]


def test_only_sal_is_new_and_unwritten(town: Town) -> None:
    assert truth_of(town, "ann").unwritten == ("sal",)
    sal = next(entry for entry in town.entries if (entry.owner, entry.person) == ("ann", "sal"))
    assert sal.connected_on == FRIDAY


def test_others_are_new_and_were_written_to(town: Town, days: dict[str, set[date]]) -> None:
    lately = [entry for entry in town.entries if entry.owner == "ann" and entry.connected_on]
    new = {entry.person for entry in lately if entry.connected_on and entry.connected_on > date(2026, 10, 1)}
    assert len(new) >= 3
    assert all(person in days for person in new - {"sal"})


def test_meiling_was_there_most_weeks_and_then_silent(town: Town, days: dict[str, set[date]]) -> None:
    mine = days["meiling"]
    weeks = {day.isocalendar()[:2] for day in mine if day.year == 2025}
    assert len(weeks) >= 26
    assert max(mine).month == 6
    assert not any(day > date(2026, 6, 30) for day in mine)


@pytest.mark.parametrize("horizon", [7, 30, 90])
def test_nobody_else_silent_is_likelier_than_meiling(town: Town, horizon: int, days: dict[str, set[date]]) -> None:
    silent = {person: mine for person, mine in days.items() if (town.today - max(mine)).days >= 11}
    assert max(silent, key=lambda person: odds(silent[person], horizon)) == "meiling"


def test_the_cafe_opens_on_monday(town: Town) -> None:
    opening = next(one for one in town.gatherings if one.title == "Mei-Ling's café opens")
    assert opening.begins.date() == date(2026, 11, 23)
    assert "meiling" in opening.people


def test_tonight_six_of_anns_people_come_and_zhanna(town: Town) -> None:
    tonight = next(one for one in town.gatherings if one.begins.date() == town.today)
    assert (tonight.title, tonight.begins.hour, tonight.begins.minute) == ("LinkedAmaranth", 18, 30)
    assert "£5 at the door" in tonight.text
    assert set(tonight.people) == {"ann", "mo", "zhanna", *TONIGHT}
    known = {entry.person for entry in town.entries if entry.owner == "ann"}
    assert len(known & set(tonight.people) - {"zhanna"}) == 6


def test_bo_and_brigid_are_the_closest_of_anns_pairs(town: Town, days: dict[str, set[date]]) -> None:
    strength = {person: sum(2 ** (-(town.today - day).days / 60) for day in each) for person, each in days.items()}
    pairs = {(pair.a, pair.b): strength[pair.a] * strength[pair.b] for pair in truth_of(town, "ann").introductions}
    assert max(pairs, key=lambda pair: pairs[pair]) == ("bo", "brigid")
    assert sorted(pairs.values())[-2] * 4 < pairs["bo", "brigid"]


def test_nobody_of_late_waits_for_anns_answer(town: Town) -> None:
    last = {}
    for talk in town.talks:  # oldest first
        if "ann" in (talk.sender, *talk.receivers):
            last[talk.sender if talk.sender != "ann" else talk.receivers[0]] = talk
    waiting = [talk for talk in last.values() if talk.sender != "ann" and talk.at.date() > date(2026, 10, 1)]
    assert waiting == []


def test_no_birthday_of_the_week_gets_in_the_way(town: Town) -> None:
    known = truth_of(town, "ann").people
    near = [one.birthday for one in known if one.birthday and (one.birthday.month, one.birthday.day) > (11, 12)]
    assert not [day for day in near if (day.month, day.day) < (12, 5)]


def test_eleven_vouch_for_anns_pricing_four_from_abroad(town: Town) -> None:
    vouching = [vouch.by for vouch in town.vouches if vouch.to == "ann" and vouch.skill == "Pricing Strategy"]
    homes = [town.by_id[person].home for person in vouching]
    assert len(vouching) == 11
    assert sum(home not in ("amaranth", "london", "leeds", "swansea", "aberdeen") for home in homes) == 4


def test_two_joined_eventprofs_since_yesterday(town: Town) -> None:
    group = next(group for group in town.groups if group.name == "#eventprofs")
    assert sum(member.since == date(2026, 11, 18) for member in group.members) == 2


def test_bo_holds_the_plumbers_seat(town: Town) -> None:
    chapter = next(group for group in town.groups if group.name == "Harbour Chapter")
    assert [member.person for member in chapter.members if member.seat == "plumber"] == ["bo"]


def test_what_ann_owes_stands_in_her_hand() -> None:
    favour = next(act for act in by_hand("ann") if act.kind == "favour" and act.on == date(2026, 11, 16))
    promise = next(act for act in by_hand("ann") if act.kind == "promise" and act.due == date(2026, 11, 20))
    wish = next(act for act in by_hand("ann") if act.kind == "wish")
    assert (favour.people[0].name, favour.sort, favour.is_done) == ("Rana Haddad", "research", False)
    assert (promise.people[0].name, promise.text) == ("Øystein Bråten", "Send the pricing workbook")
    assert wish.people[0].name == "Zhanna Orlova"
