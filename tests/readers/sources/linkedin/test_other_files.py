from rapport.formats.facts import GatheringFact, LinkFact, NameForm, PersonFact, Remark, SkippedFact, TalkFact, When
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import of, people, told

BO, ANN = "https://www.linkedin.com/in/bo", "https://www.linkedin.com/in/ann"
FILES = {
    "Connections.csv": (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"Bo,Berg,{BO},,Pipes,Plumber,01 Jan 2019\nAlex,Kim,{BO}-kim,,Hotel,,01 Jan 2019\n"
    ),
    "Invitations.csv": (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Ann Okafor,Cy Park,"1/2/20, 2:37 PM",,OUTGOING,{ANN},https://www.linkedin.com/in/cy\n'
    ),
}


def read(**files):
    return told(SOURCE, FILES | {name.replace("__", " ") + ".csv": content for name, content in files.items()})


def own(facts):
    return [person for person in of(PersonFact, facts) if person.key == "linkedin:ann"]


def test_a_private_note_is_kept_whole():
    heading = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
    facts = read(Notes=heading + f'Bo,Berg,{BO},"Met at the harbour.\nLoves butterflies.",2025-07-30 18:20:00 UTC,\n')
    remarks = [remark for person in of(PersonFact, facts) for remark in person.remarks]
    when = When("2025-07-30T18:20:00+00:00", "second", "utc")
    assert remarks == [Remark("Met at the harbour.\nLoves butterflies.", when)]


def test_the_address_book_gives_a_connection_its_address_where_two_hints_agree():
    heading = "FirstName,MiddleName,LastName,MaidenName,NickName,Title,Emails,PhoneNumbers,Companies\n"
    rows = (
        "Bo,,Berg,,,,bo.berg@home.example;BB@pipes.example,+1 312 555 0142,\n"
        "Alex,,Kim,,,,info@elsewhere.example,,\nDee,,Wu,Lee,D,,dee@kiwi.example,,\nNobody,,,,,,,,\n"
    )
    facts = read(ImportedContacts=heading + rows)
    keyed = {
        person.key: person for person in of(PersonFact, facts) if any(h.platform == "email" for h in person.handles)
    }
    assert set(keyed) == {"linkedin:bo", "email:info@elsewhere.example", "email:dee@kiwi.example"}
    assert [handle.handle for handle in keyed["linkedin:bo"].handles] == [
        "bo.berg@home.example",
        "BB@pipes.example",
        "+13125550142",
    ]
    assert keyed["email:dee@kiwi.example"].names == (NameForm("D", "nickname"), NameForm("Dee Lee", "maiden"))
    assert all(person.is_faint for person in keyed.values())


def test_a_post_tells_the_owners_hashtags_and_links():
    text = '"First ""line"".""\n""""\n""Second #EventProfs, a#b &#39; #2024"'
    heading = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    row = f"2026-01-05 10:00:00,https://x.example,{text},https://news.example/a?utm_source=li,,ALL\n"
    facts = read(Shares_252=heading + row)
    when = When("2026-01-05T10:00:00+00:00", "second", "utc")
    assert of(LinkFact, facts) == [LinkFact("https://news.example/a", 'First "line".', when)]
    assert [(taste.word, taste.evidence) for person in own(facts) for taste in person.tastes] == [
        ("eventprofs", "#eventprofs")
    ]
    assert all(person.is_faint for person in own(facts))


def test_a_comment_that_answers_somebody_by_name_is_a_reply():
    rows = (
        '2026-01-05 10:00:00,https://x.example/1,"Bo Berg said \\"yes\\", thanks"\n'
        "2026-01-05 10:00:00,https://x.example/2,Great post\n"
    )
    facts = read(Comments_1="Date,Link,Message\n" + rows)
    (reply,) = [talk for talk in of(TalkFact, facts) if talk.kind == "reply"]
    assert (reply.parties[0].key, reply.text) == ("linkedin:bo", 'Bo Berg said "yes", thanks')
    assert SkippedFact("comments on posts whose author the archive does not name", 1) in facts


def test_reactions_are_counted_and_no_more():
    facts = read(Reactions_1="Date,Type,Link\n2026-01-05 10:00:00,LIKE,https://x.example\n")
    assert SkippedFact("reactions to posts whose author the archive does not name", 1) in facts


def test_saved_and_reposted_links():
    facts = read(
        Saved_Items_1="savedItem,CreatedTime\nhttps://x.example/1,2025-05-05 10:00:00\njavascript:x,\n",
        InstantReposts_1="Date,Link\n2025-05-05 10:00:00,https://x.example/2\n",
    )
    assert sorted(link.url for link in of(LinkFact, facts)) == ["https://x.example/1", "https://x.example/2"]


def test_follows_groups_and_hashtags_are_the_owners_interests():
    facts = read(
        Company__Follows="Organization,Followed On\nPipes Inc,Tue Mar 04 10:22:33 UTC 2025\nHotel,2021-01-01\n",
        Hashtag_Follows_1="HashtagUrl,CreatedTime\nhttps://www.linkedin.com/feed/hashtag/tide%20pools,\n",
        Ad_Targeting="Member Age,Company Names,Company Names,Member Groups\n35-54,a,b,Harbour Chapter; Coaches\n",
    )
    words = [taste.word for person in own(facts) for taste in person.tastes]
    assert sorted(words) == ["Hotel", "Pipes Inc", "tide pools"]
    assert [person.circles for person in own(facts) if person.circles] == [("Harbour Chapter", "Coaches")]


def test_a_person_followed_is_known_by_name():
    facts = read(Member_Follows_1="Date,Status,FullName\n2025-05-05 10:00:00,Active,Bo Berg\n,Inactive,Cy\n")
    (follow,) = [talk for talk in of(TalkFact, facts) if talk.kind == "follow"]
    assert (follow.parties[0].key, follow.parties[0].direction) == ("linkedin:bo", "out")


def test_an_event_is_a_gathering_with_the_owners_answer():
    rows = (
        'Breakfast,"Apr 08, 2024 07:00 AM - Apr 08, 2024 09:00 AM",RELINQUISHED,\n'
        '"Butterflies, a walk","May 18, 2027 10:00 AM - May 18, 2027 01:00 PM",ACCEPTED,https://walk.example\n'
    )
    first, second = of(GatheringFact, read(Events="Event Name,Event Time,Status,External Url\n" + rows))
    assert (first.own_answer, first.ends) == ("declined", When("2024-04-08T09:00:00", "minute", "floating"))
    assert (second.own_answer, second.url, second.begins.text) == (
        "accepted",
        "https://walk.example",
        "2027-05-18T10:00:00",
    )


def test_an_accent_in_a_link_does_not_make_two_people():
    connections = FILES["Connections.csv"] + "Brigid,Daly,https://www.linkedin.com/in/br%C3%ADgid,,,,01 Jan 2019\n"
    heading = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
    facts = read(Connections=connections, Notes=heading + "Brigid,Daly,https://www.linkedin.com/in/brigid,Sings,,\n")
    assert {person.key for person in of(PersonFact, facts) if person.name == "Brigid Daly"} == {"linkedin:brígid"}
    assert people(facts)["Brigid Daly"].handles[0].url.endswith("/br%C3%ADgid")
