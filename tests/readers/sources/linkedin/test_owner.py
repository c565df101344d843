from rapport.formats.facts import AskFact, MineFact, TalkFact
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import of, told

ANN = "https://www.linkedin.com/in/ann-okafor"
HEADING = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
)
PROFILE = (
    "First Name,Last Name,Maiden Name,Headline,Zip Code,Twitter Handles,Websites,Instant Messengers\n"
    'Ann,Okafor,Eze,Coach,,[anncoach],"[PERSONAL:https://ann.example,BLOG:https://ann.example/blog]",\n'
)


def line(conversation, sender, to):
    slugs = [f"https://www.linkedin.com/in/{name.casefold().replace(' ', '-')}" for name in (sender, to)]
    return f"{conversation},,{sender},{slugs[0]},{to},{slugs[1]},2020-01-02 10:00:00 UTC,,Hello,INBOX\n"


def ways(facts):
    return [(talk.parties[0].key, talk.parties[0].direction) for talk in of(TalkFact, facts)]


def test_profile_and_addresses_tell_the_owner_everywhere():
    files = {
        "Profile.csv": PROFILE,
        "Email Addresses.csv": "Email Address,Confirmed,Primary\nann@coach.example,Yes,Yes\nold@coach.example,No,No\n",
        "PhoneNumbers.csv": "Extension,Number,Type\n,(312) 555-0142,Mobile\n",
    }
    assert of(MineFact, told(SOURCE, files)) == [
        MineFact("name", "Ann Okafor"),
        MineFact("name", "Ann Eze"),
        MineFact("x", "anncoach"),
        MineFact("web", "ann.example"),
        MineFact("web", "ann.example/blog"),
        MineFact("email", "ann@coach.example"),
        MineFact("email", "old@coach.example", is_sure=False),
        MineFact("phone", "+13125550142"),
    ]


def test_the_link_that_writes_under_the_profiles_name_is_the_owners():
    files = {
        "Profile.csv": PROFILE,
        "messages.csv": HEADING + line(1, "Ann Okafor", "Bo") + line(1, "Bo", "Ann Okafor"),
    }
    facts = told(SOURCE, files)
    assert MineFact("linkedin", "ann-okafor") in facts
    assert ways(facts) == [("linkedin:bo", "out"), ("linkedin:bo", "in")]


def test_invitations_tell_the_owners_link():
    heading = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    rows = f'Bo,Ann Okafor,"1/2/20, 2:37 PM",,INCOMING,https://www.linkedin.com/in/bo,{ANN}\n'
    facts = told(SOURCE, {"Invitations.csv": heading + rows})
    assert of(MineFact, facts) == [MineFact("linkedin", "ann-okafor"), MineFact("name", "Ann Okafor")]


def test_whoever_is_in_every_conversation_is_the_owner():
    rows = "".join(line(number, name, "Ann Okafor") for number, name in enumerate(("Bo", "Cy", "Dee", "Mo")))
    facts = told(SOURCE, {"messages.csv": HEADING + rows})
    assert MineFact("linkedin", "ann-okafor") in facts
    assert not of(AskFact, facts)


def test_one_conversation_alone_is_asked_about():
    facts = told(SOURCE, {"messages.csv": HEADING + line(1, "Bo", "Ann Okafor")})
    (ask,) = of(AskFact, facts)
    assert (ask.what, set(ask.options)) == ("owner", {"Bo", "Ann Okafor"})
    assert not of(MineFact, facts)[0].is_sure


def test_the_answer_is_believed():
    facts = told(SOURCE, {"messages.csv": HEADING + line(1, "Bo", "Ann Okafor")}, answers={"owner": "Ann Okafor"})
    assert ways(facts) == [("linkedin:bo", "in")]
    assert not of(AskFact, facts)


def test_a_list_alone_is_taken_to_be_of_the_one_profile_that_is_known():
    content = "First Name,Last Name,Email Address,Company,Position,Connected On\nBo,Berg,,,,01 Jan 2020\n"
    mine = frozenset({("linkedin", "ann-okafor")})
    assert MineFact("linkedin", "ann-okafor") in told(SOURCE, {"Connections.csv": content}, mine=mine)
    assert not of(MineFact, told(SOURCE, {"Connections.csv": content}, mine=mine | {("linkedin", "ann-too")}))


def test_a_link_known_before_needs_no_question():
    mine = frozenset({("linkedin", "ann-okafor")})
    facts = told(SOURCE, {"messages.csv": HEADING + line(1, "Bo", "Ann Okafor")}, mine=mine)
    assert ways(facts) == [("linkedin:bo", "in")]
    assert not of(AskFact, facts)
