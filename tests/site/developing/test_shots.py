"""Pictures are asked for by name."""

import pytest

from rapport.site.developing.pages import PAGES
from rapport.site.developing.shots import main


def test_an_unknown_page_is_wrong_usage(capsys) -> None:
    with pytest.raises(SystemExit) as left:
        main(["cellar"])
    assert left.value.code == 2
    assert "there is no page 'cellar'" in capsys.readouterr().err


def test_no_two_pages_overwrite_each_other() -> None:
    assert len({shown.name for shown in PAGES}) == len(PAGES)
