from rapport.formats.facts import Job, TalkFact, Taste, When
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import of, people, told

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Bo,Berg,https://www.linkedin.com/in/bo,,Pipes,Plumber,01 Jan 2019\n"
    "Alex,Kim,https://www.linkedin.com/in/alex-1,,Pipes,,01 Jan 2019\n"
    "Alex,Kim,https://www.linkedin.com/in/alex-2,,Hotel,,01 Jan 2019\n"
)
RECEIVED = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
RECOMMENDED = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"


def vouches(facts):
    return [talk for talk in of(TalkFact, facts) if talk.kind in ("endorsement", "recommendation")]


def test_an_endorsement_received_names_the_skill():
    rows = "2025/06/10 23:13:46 UTC,Pricing,Bo,Berg,www.linkedin.com/in/bo,ACCEPTED\n"
    (talk,) = vouches(told(SOURCE, {"Endorsement_Received_Info.csv": RECEIVED + rows}))
    assert (talk.kind, talk.subject, talk.parties[0].key, talk.parties[0].direction) == (
        "endorsement",
        "Pricing",
        "linkedin:bo",
        "in",
    )
    assert talk.when == When("2025-06-10T23:13:46+00:00", "second", "utc")


def test_one_without_link_is_found_by_name():
    heading = RECEIVED.replace("Endorser Public Url,", "")
    files = {
        "Connections.csv": CONNECTIONS,
        "Endorsement_Received_Info.csv": heading + "2025/06/10 23:13:46 UTC,Pricing,Bo,Berg,PENDING\n",
    }
    assert vouches(told(SOURCE, files))[0].parties[0].key == "linkedin:bo"


def test_an_endorsement_given_says_what_they_are_good_at():
    heading = RECEIVED.replace("Endorser", "Endorsee")
    rows = "2025/06/10 23:13:46 UTC,Soldering,Bo,Berg,www.linkedin.com/in/bo,ACCEPTED\n"
    facts = told(SOURCE, {"Endorsement_Given_Info.csv": heading + rows})
    (talk,) = vouches(facts)
    assert talk.parties[0].direction == "out"
    tastes = [taste for person in facts for taste in getattr(person, "tastes", ())]
    assert tastes == [Taste("Soldering", "linkedin", "endorsement", talk.when)]


def test_a_refused_one_does_not_count():
    rows = "2025/06/10 23:13:46 UTC,Pricing,Bo,Berg,www.linkedin.com/in/bo,REJECTED\n"
    assert not vouches(told(SOURCE, {"Endorsement_Received_Info.csv": RECEIVED + rows}))


def test_a_recommendation_finds_its_writer_by_name_and_company():
    rows = 'Alex,Kim,Hotel,Chef,"A joy, ""truly"".","06/30/25, 12:37 PM",VISIBLE\n'
    facts = told(SOURCE, {"Connections.csv": CONNECTIONS, "Recommendations_Received.csv": RECOMMENDED + rows})
    (talk,) = vouches(facts)
    assert (talk.parties[0].key, talk.parties[0].direction) == ("linkedin:alex-2", "in")
    assert talk.text == 'A joy, "truly".'


def test_a_recommendation_given_goes_out_and_says_where_they_worked_then():
    rows = 'Dee,Wu,Kiwi,Baker,Great,"01/19/13, 12:10 AM",HIDDEN\n'
    facts = told(SOURCE, {"Recommendations Given.csv": RECOMMENDED + rows, "Connections.csv": CONNECTIONS})
    (talk,) = vouches(facts)
    assert talk.parties[0].direction == "out"
    assert people(facts)["Dee Wu"].jobs == (
        Job("Kiwi", "Baker", as_of=When("2013-01-19T00:10:00", "minute", "floating")),
    )
