import pytest

from rapport.formats.facts import AskFact, DroppedFact, Handle, Job, PersonFact, SkippedFact, TalkFact, When
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import of, people, told

NEW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
BO = "https://www.linkedin.com/in/bo-lindqvist"


def read(content, **files):
    return told(SOURCE, {"Connections.csv": content, **files})


def test_a_connection_is_a_person_with_link_work_and_day():
    facts = read(NEW + f'Bo,Lindqvist,{BO},bo@pipes.example,"Pipes, Inc.",Plumber,08 Feb 2024\n')
    bo = people(facts)["Bo Lindqvist"]
    since = When("2024-02-08", "day")
    assert bo.key == "linkedin:bo-lindqvist"
    assert bo.handles == (Handle("linkedin", "bo-lindqvist", BO, since=since), Handle("email", "bo@pipes.example"))
    assert bo.jobs == (Job("Pipes, Inc.", "Plumber", as_of=since),)
    assert not bo.is_faint


def test_the_tie_itself_is_told_with_its_day():
    (tie,) = of(TalkFact, read(NEW + f"Bo,Lindqvist,{BO},,,,08 Feb 2024\n"))
    assert (tie.kind, tie.channel, tie.when) == ("connection", "linkedin", When("2024-02-08", "day"))
    assert [(party.key, party.direction) for party in tie.parties] == [("linkedin:bo-lindqvist", "both")]


def test_work_is_as_of_the_newest_day_in_the_archive():
    facts = read(NEW + f"Bo,Lindqvist,{BO},,Pipes,,08 Feb 2010\nCy,Park,,,,,01 Mar 2024\n")
    assert people(facts)["Bo Lindqvist"].jobs[0].as_of == When("2024-03-01", "day")


@pytest.mark.parametrize(
    ("content", "day"),
    [
        ("First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers\n"
         'Bo,Lindqvist,,,Pipes,Plumber,"3/05/09, 9:12 AM",,\n', "2009-03-05"),
        (OLD + "Bo,Lindqvist,,Pipes,Plumber,05 Mar 2009", "2009-03-05"),
        ('Notes:\n"When exporting, ..."\n\n' + OLD + "Bo,Lindqvist,,Pipes,Plumber,05 Mar 2009", "2009-03-05"),
        ('\ufeffNotes:,,,\r\n"When",,,\r\n' + NEW + f"Bo,Lindqvist,{BO},,Pipes,Plumber,5-Mar-09\r\n", "2009-03-05"),
        (NEW.replace(",", ";") + f"Bo;Lindqvist;{BO};;Pipes;Plumber;05.03.2009\n", "2009-03-05"),
        (NEW + f"Bo,Lindqvist,{BO},,Pipes,Plumber,5. März 2009\n", "2009-03-05"),
    ],
)  # fmt: skip
def test_every_year_and_every_saving_again_is_read(content, day):
    facts = read(content)
    assert people(facts)["Bo Lindqvist"].jobs[0].title == "Plumber"
    assert of(TalkFact, facts)[0].when.text[:10] == day
    assert not of(DroppedFact, facts)


def test_days_in_bare_numbers_are_asked_about():
    facts = read(NEW + f"Bo,Lindqvist,{BO},,,,05/03/2009\n")
    assert [ask.what for ask in of(AskFact, facts)] == ["day_order"]
    assert of(TalkFact, facts)[0].when.text == "2009-03-05"
    told_so = told(SOURCE, {"Connections.csv": NEW + f"Bo,Lindqvist,{BO},,,,05/03/2009\n"}, day_first=False)
    assert of(TalkFact, told_so)[0].when.text == "2009-05-03"
    assert not of(AskFact, told_so)


def test_rows_with_only_a_day_are_members_linkedin_hides():
    facts = read(NEW + ",,,,,,07 Jun 2022\n" * 3)
    assert of(SkippedFact, facts) == [SkippedFact("connections that LinkedIn does not show", 3)]
    assert not of(PersonFact, facts)


def test_namesakes_without_links_stay_apart():
    facts = read(OLD + "Alex,Kim,,Pipes,,01 Jan 2020\nAlex,Kim,,Hotel,,01 Jan 2020\nAlex,Kim,,Hotel,,01 Jan 2020\n")
    keys = [person.key for person in of(PersonFact, facts)]
    assert keys == ["name:alex kim|2020-01-01|1", "name:alex kim|2020-01-01|2", "name:alex kim|2020-01-01|2"]


def test_the_tie_has_one_key_with_and_without_links():
    old = of(TalkFact, read(OLD + "Bo,Lindqvist,,Pipes,,01 Jan 2020\n"))
    new = of(TalkFact, read(NEW + f"Bo,Lindqvist,{BO},,Pipes,,01 Jan 2020\n"))
    assert old[0].key == new[0].key


def test_a_link_from_the_messages_names_a_connection_without_one():
    messages = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    messages += f"1,,Bo Lindqvist,{BO},Ann Okafor,2020-01-01 10:00:00 UTC,,Hello,INBOX\n"
    facts = read(OLD + "Bo,Lindqvist,,,,01 Jan 2020\n", **{"messages.csv": messages})
    bo = people(facts)["Bo Lindqvist"]
    assert (bo.key, bo.handles[0].since) == ("linkedin:bo-lindqvist", When("2020-01-01", "day"))
    facts = read(OLD + "Bo,Lindqvist,,,,01 Jan 2020\n" + "Bo,Lindqvist,,,,02 Jan 2020\n", **{"messages.csv": messages})
    assert people(facts)["Bo Lindqvist"].key == "name:bo lindqvist|2020-01-01|1"


def test_a_bad_day_costs_the_day_and_not_the_person():
    facts = read(NEW + f"Bo,Lindqvist,{BO},,,,30 Feb 2020\nCy,Park,,,,,01 Jan 1999\nMo,Berg,,,,,01 Jan 2031\n")
    assert [person.name for person in of(PersonFact, facts)] == ["Bo Lindqvist", "Cy Park", "Mo Berg"]
    assert of(DroppedFact, facts) == [
        DroppedFact("Connections.csv:2", "there is no such date"),
        DroppedFact("Connections.csv:3", "date out of range"),
        DroppedFact("Connections.csv:4", "date out of range"),
    ]
    assert {talk.when.precision for talk in of(TalkFact, facts)} == {"unknown"}


def test_a_row_whose_cells_have_slipped_is_left_out():
    facts = read(NEW + f"Bo,Lindqvist,{BO},,Pipes, Inc.,Plumber,01 Jan 2020\nCy,Park,,,,,01 Jan 2020,x\n")
    assert [person.name for person in of(PersonFact, facts)] == ["Cy Park"]
    assert {fact.where for fact in of(DroppedFact, facts)} == {"Connections.csv:2", "Connections.csv:3"}


def test_markup_is_text_and_a_bad_link_is_none():
    facts = read(NEW + '<b>Bo</b>,"""><img src=x>",javascript:alert(1),,,,01 Jan 2020\n')
    (bo,) = of(PersonFact, facts)
    assert bo.name == '<b>Bo</b> "><img src=x>'
    assert bo.handles == ()
    assert not of(DroppedFact, facts)


def test_a_column_of_the_future_is_kept_as_it_came():
    facts = read(NEW.replace("Connected On", "Mood,Connected On") + f"Bo,Lindqvist,{BO},,,,glad,01 Jan 2020\n")
    assert [(extra.name, extra.value) for extra in people(facts)["Bo Lindqvist"].extras] == [("Mood", "glad")]


def test_the_oldest_lists_hold_sites_and_messengers():
    heading = "First Name,Last Name,Email Address,Company,Position,Connected On,Websites,Instant Messengers\n"
    facts = read(
        heading + 'Bo,Lindqvist,,,,"3/05/09, 9:12 AM","[PERSONAL:https://bo.example,BLOG:pipes.example]",bo99\n'
    )
    bo = people(facts)["Bo Lindqvist"]
    assert [(handle.handle, handle.context) for handle in bo.handles] == [
        ("bo.example", "personal"),
        ("pipes.example", "blog"),
    ]
    assert bo.extras[0].value == "bo99"


def test_a_connection_that_a_spreadsheet_calls_null_is_known_by_its_address_alone():
    facts = read(NEW + f"NULL,NULL,{BO},,NULL,N/A,01 Jan 2020\nAnna,Null,,,Pipes,,01 Jan 2020\n")
    assert [person.name for person in of(PersonFact, facts)] == ["", "Anna Null"]
    assert of(PersonFact, facts)[0].jobs == ()
