from rapport.formats.facts import Met, PersonFact, TalkFact, When
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import of, told

NEW = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
BO, ANN = "https://www.linkedin.com/in/bo", "https://www.linkedin.com/in/ann"


def read(content):
    return told(SOURCE, {"Invitations.csv": content})


def test_who_asked_when_and_in_which_words():
    facts = read(NEW + f'Ann,Bo,"1/29/26, 2:37 PM","Lovely to meet you, Bo",OUTGOING,{ANN},{BO}\n')
    (talk,) = of(TalkFact, facts)
    assert (talk.kind, talk.parties[0].direction, talk.parties[0].key) == ("invitation", "out", "linkedin:bo")
    assert talk.when == When("2026-01-29T14:37:00", "minute", "floating")
    assert of(PersonFact, facts)[0].met == Met("Lovely to meet you, Bo", talk.when)


def test_one_not_yet_connected_is_faint():
    (bo,) = of(PersonFact, read(NEW + f'Bo,Ann,"10/2/25, 11:05 AM",,INCOMING,{BO},{ANN}\n'))
    assert bo.is_faint
    assert bo.met is None


def test_linkedins_own_words_say_nothing_of_how_they_met():
    words = "Hi Bo, I'd like to add you to my professional network on LinkedIn. - Ann"
    (bo,) = of(PersonFact, read(NEW + f'Ann,Bo,"1/29/26, 2:37 PM","{words}",OUTGOING,{ANN},{BO}\n'))
    assert bo.met is None


def test_older_ones_have_names_only():
    facts = read('From,To,Sent At,Message,Direction\nAnn,Bo Berg,"1/29/22, 2:37 PM",,OUTGOING\n')
    assert of(PersonFact, facts)[0].key == "name:bo berg"


def test_a_deleted_account_invited_nobody():
    assert not of(TalkFact, read(NEW + f',Ann,"1/29/22, 2:37 PM",,INCOMING,,{ANN}\n'))
