from rapport.formats.facts import DroppedFact, PersonFact, SkippedFact, TalkFact, UnknownFact, When
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import of, people, told

BO, ANN, CY, RANA = (f"https://www.linkedin.com/in/{name}" for name in ("bo", "ann", "cy-park", "rana-haddad-4"))
HEADING = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,"
    "ATTACHMENTS,IS MESSAGE DRAFT\n"
)
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Ann Okafor,Mo Berg,"1/2/20, 2:37 PM",,OUTGOING,{ANN},https://www.linkedin.com/in/mo\n'
)


def row(sender="Bo", sender_url=BO, to="Ann Okafor", to_urls=ANN, text="Hello", folder="INBOX", draft="No", **cells):
    date, title, conversation = (
        cells.get("date", "2020-01-02 10:00:00 UTC"),
        cells.get("title", ""),
        cells.get("c", "1"),
    )
    values = (conversation, title, sender, sender_url, to, to_urls, date, "", text, folder, "", draft)
    return ",".join(f'"{value}"' for value in values) + "\n"


def read(*rows, heading=HEADING, **files):
    return told(SOURCE, {"messages.csv": heading + "".join(rows), "Invitations.csv": INVITATIONS, **files})


def messages(facts):
    return [talk for talk in of(TalkFact, facts) if talk.kind == "message"]


def skipped(facts):
    return {fact.why: fact.count for fact in of(SkippedFact, facts)}


def test_the_way_is_seen_from_the_owner():
    talks = messages(read(row(), row("Ann Okafor", ANN, "Bo", BO, text="Hi")))
    assert [(talk.parties[0].key, talk.parties[0].direction) for talk in talks] == [
        ("linkedin:bo", "in"),
        ("linkedin:bo", "out"),
    ]
    assert talks[0].when == When("2020-01-02T10:00:00+00:00", "second", "utc")
    assert [talk.text for talk in talks] == ["Hello", "Hi"]


def test_somebody_who_only_writes_is_faint_and_told_once():
    facts = read(row(), row(text="again"))
    assert [(person.key, person.is_faint) for person in of(PersonFact, facts) if person.name == "Bo"] == [
        ("linkedin:bo", True)
    ]


def test_a_group_is_written_to_as_a_whole_and_is_a_circle():
    to, urls = "Rana Haddad, MBA, Cy Park", f"{RANA},{CY}"
    facts = read(row("Ann Okafor", ANN, to, urls, title="Chapter dinner"))
    (talk,) = messages(facts)
    assert [(party.key, party.direction) for party in talk.parties] == [
        ("linkedin:rana-haddad-4", "out"),
        ("linkedin:cy-park", "out"),
    ]
    assert talk.thread == "Chapter dinner"
    assert people(facts)["Rana Haddad, MBA"].circles == ("Chapter dinner",)


def test_in_a_group_only_the_writer_touches_the_owner():
    (talk,) = messages(read(row("Cy Park", CY, "Ann Okafor, Bo", f"{ANN},{BO}", title="Dinner")))
    assert [party.key for party in talk.parties] == ["linkedin:cy-park"]


def test_names_without_links_are_cut_only_where_they_are_known():
    heading = HEADING.replace("RECIPIENT PROFILE URLS,", "")
    connections = (
        'First Name,Last Name,Company,Position,Connected On\nRana,"Haddad, MBA",,,01 Jan 2019\nCy,Park,,,01 Jan 2019\n'
    )
    line = f'1,Dinner,Ann Okafor,{ANN},"Rana Haddad, MBA, Cy Park, Dee, PhD",2020-01-02 10:00:00 UTC,,Hello,INBOX,,No\n'
    (talk,) = messages(read(line, heading=heading, **{"Connections.csv": connections}))
    assert [party.key for party in talk.parties] == [
        "name:rana haddad, mba|2019-01-01|1",
        "name:cy park|2019-01-01|1",
        "name:dee, phd",
    ]


def test_what_does_not_count_is_left_out_and_counted():
    facts = read(
        row(folder="SPAM"),
        row("Ann Okafor", ANN, "Bo", BO, draft="Yes"),
        row("Grow Corp", "", text="<p class=''spinmail-quill-editor__spin-break''>Hi</p>"),
        row("Grow Corp", "", text="Hi %FIRSTNAME%"),
        row("LinkedIn Member", ""),
        row("", ""),
        row("Ann Okafor", ANN, "LinkedIn Member", ""),
    )
    assert messages(facts) == []
    assert skipped(facts) == {
        "spam": 1,
        "drafts": 1,
        "sponsored messages": 2,
        "messages of deleted accounts": 2,
        "messages to deleted accounts": 1,
    }


def test_the_same_message_has_the_same_key_in_every_archive():
    (today,) = messages(read(row()))
    (renamed,) = messages(read(row("Bo Berg", "https://www.linkedin.com/in/bo-berg")))
    heading = HEADING.replace("RECIPIENT PROFILE URLS,", "")
    (older,) = messages(read(f"1,,Bo,{BO},Ann Okafor,2020-01-02 10:00:00 UTC,,Hello,INBOX,,\n", heading=heading))
    assert today.key == renamed.key == older.key


def test_other_words_another_second_or_another_conversation_is_another_message():
    facts = read(row(), row(text="Hi"), row(date="2020-01-02 10:00:01 UTC"), row("Cy Park", CY), row(c="2"))
    assert len({talk.key for talk in messages(facts)}) == 5


def test_a_bad_date_leaves_the_message():
    facts = read(row(date="2020-02-31 10:00:00 UTC"))
    assert messages(facts)[0].when == When("", "unknown")
    assert of(DroppedFact, facts) == [DroppedFact("messages.csv:2", "there is no such date")]


def test_the_oldest_archive_says_the_way_itself():
    content = "From,To,Date,Subject,Content,Direction,Folder\n" + (
        "Bo,Ann Okafor,2012-01-02 10:00:00 UTC,Lunch,Today?,INCOMING,INBOX\n"
        "Ann Okafor,Bo,2012-01-02 11:00:00 UTC,Lunch,Yes,OUTGOING,SENT\n"
    )
    talks = messages(told(SOURCE, {"Messages.csv": content}))
    assert [(talk.parties[0].key, talk.parties[0].direction) for talk in talks] == [
        ("name:bo", "in"),
        ("name:bo", "out"),
    ]
    assert talks[0].subject == "Lunch"


def test_a_broken_row_is_told_with_its_line():
    facts = read(row(text="two\nlines"), "BADROW\n", row(text="after"))
    assert [talk.text for talk in messages(facts)] == ["two\nlines", "after"]
    assert [fact.where for fact in of(DroppedFact, facts)] == ["messages.csv:4"]


def test_a_new_column_is_mentioned():
    heading = HEADING.replace("ATTACHMENTS", "MOOD")
    assert of(UnknownFact, read(row(), heading=heading)) == [UnknownFact("messages.csv", "column 'MOOD'")]
