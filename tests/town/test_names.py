"""One name in its many forms."""

import pytest

from rapport.town.folk import Name
from rapport.town.names import fold
from rapport.town.shown import shown

OYSTEIN = Name("Øystein", "Bråten", "no", "folded")
BRIGID = Name("Brigid", "O'Daly", "ga", "maiden", maiden="Ní Dhálaigh")
MEILING = Name("Mei-Ling", "Chan", "zh", "script", native="陳美玲")
BILL = Name("William", "Hart", "en", "nickname", nickname="Bill")
KEN = Name("Ken", "Sato", "ja", "order", native="佐藤 健")


@pytest.mark.parametrize(
    ("name", "source", "text"),
    [
        (OYSTEIN, "linkedin", "Øystein Bråten"),
        (OYSTEIN, "mail", "Oystein Braten"),
        (BRIGID, "linkedin", "Brigid O'Daly"),
        (BRIGID, "vcard", "Brigid Ní Dhálaigh"),
        (MEILING, "linkedin", "Mei-Ling Chan 陳美玲"),
        (MEILING, "vcard", "陳美玲"),
        (MEILING, "google", "Mei-Ling Chan"),
        (BILL, "vcard", "Bill Hart"),
        (BILL, "calendar", "William Hart"),
        (KEN, "google", "Sato Ken"),
        (KEN, "linkedin", "Ken Sato"),
    ],
)
def test_a_name_changes_from_source_to_source(name: Name, source: str, text: str) -> None:
    assert shown(name, source).text == text


@pytest.mark.parametrize(
    ("text", "plain"), [("Øystein", "Oystein"), ("Größer", "Grosser"), ("Ní Dhálaigh", "Ni Dhalaigh")]
)
def test_folding_takes_the_marks_away(text: str, plain: str) -> None:
    assert fold(text) == plain
