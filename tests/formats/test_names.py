"""The names readers match."""

import pytest

from rapport.formats.names import escapes, plain


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Comments_252701747.csv", "comments.csv"),
        ("Basic/Saved Items (1).csv", "saved_items.csv"),
        ("data/tweets-part12.js", "tweets.js"),
        ("inbox/bo_1/message_1.json", "message.json"),
        ("Endorsement_Received_Info_25 (2).csv", "endorsement_received_info.csv"),
        ("2024.json", "2024.json"),
        ("_12.json", "_12.json"),
        ("export_2026-01-02.csv", "export_2026-01-02.csv"),
        ("PROFILE\u0301.CSV", "profilé.csv"),
        ("a\\b\\Rich_Media.CSV", "rich_media.csv"),
    ],
)
def test_numbering_case_and_folders_are_dropped(path: str, name: str) -> None:
    assert plain(path) == name


@pytest.mark.parametrize("path", ["../a", "a/../../b", "/a", "\\a", "C:a", "a\\..\\b"])
def test_names_that_leave_the_folder_are_known(path: str) -> None:
    assert escapes(path)


def test_dots_inside_a_name_do_not_escape() -> None:
    assert not escapes("a..b/c.csv")
