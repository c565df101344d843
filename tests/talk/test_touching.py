"""What of a reader's tags and topics a text touches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.talk.touching import Cares
from rapport.topics import shipped

CARES = Cares(tags={"eventprofs": "EventProfs"}, topics={"butterflies": "Lepidoptera", "cash buoy": "Cash buoys"})


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        ("", "Counted butterflies at the marsh again.", "butterflies"),
        ("Lepidoptera of the marsh", "", "butterflies"),
        ("", "Die Schmetterlinge sind da, ich liebe sie", "butterflies"),
        ("", "Two cash buoys were sold", "cash buoy"),
        ("", "A Cash-Buoy for everybody", "cash buoy"),
        ("", "My buoys, and cash at the door", ""),
        ("", "I hate butterflies", ""),
        ("", "Nothing of the kind", ""),
        ("", "", ""),
    ],
)
def test_a_topic_is_found_by_any_of_its_names(title: str, text: str, topic: str) -> None:
    assert CARES.topic(title, text) == topic


def test_a_word_the_table_does_not_know_is_found_as_the_profile_keeps_it() -> None:
    for said in ("Heat pumps", "tidal mill", "Çini ware"):
        assert Cares(topics={shipped().canonical(said): said}).topic("", f"A word on {said}, in short.")


@pytest.mark.parametrize(
    ("title", "borne", "tag"),
    [("", ["eventprofs"], "eventprofs"), ("For eventprofs:", [], "eventprofs"), ("For profs", ["profs"], "")],
)
def test_a_tag_is_borne_or_a_word_of_the_title(title: str, borne: list[str], tag: str) -> None:
    assert CARES.tag(title, borne) == tag


@given(st.text(max_size=200), st.text(max_size=400))
def test_whatever_is_written_it_is_read(title: str, text: str) -> None:
    assert CARES.topic(title, text) in ("", *CARES.topics)
    assert CARES.tag(title, [text]) in ("", *CARES.tags)
