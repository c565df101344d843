import json
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from rapport.site.advice.figures import Figure
from rapport.site.management.commands.advise import line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A hundred and fifty days of forty people, each of whom writes mostly to a few."""
    random = np.random.default_rng(3)
    (tmp_path / "temporal").mkdir()
    senders = random.integers(0, 40, 12_000)
    receivers = (senders + random.geometric(0.08, 12_000)) % 40
    seconds = np.sort(random.integers(0, 150 * 86_400, 12_000))
    lines = [f"{one} {two} {at}" for one, two, at in zip(senders, receivers, seconds, strict=True)]
    (tmp_path / "temporal" / "CollegeMsg.txt").write_text("\n".join(lines))
    return tmp_path


def test_the_figures_of_a_folder(folder: Path) -> None:
    out = StringIO()
    with pytest.raises(CommandError, match="not reached"):
        call_command("advise", str(folder), "--json", stdout=out)
    rows = {(row["name"], row["set"]): row for row in json.loads(out.getvalue())}
    assert rows["get back, P@5", "mean"]["reach"] is None  # one set of five says nothing about the mean
    assert rows["lapse, AUC", "college"]["reach"] == 0.76
    assert 0 < rows["strength, next quarter's top 5", "college"]["value"] <= 1


def test_people_get_one_line_a_figure(folder: Path) -> None:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("advise", str(folder), stdout=out)
    assert out.getvalue().startswith("get back, P@5                      college        0.")


def test_a_folder_without_the_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="none of the known"):
        call_command("advise", str(tmp_path))
    with pytest.raises(CommandError, match="no such folder"):
        call_command("advise", str(tmp_path / "nowhere"))


def test_a_missed_figure_says_so() -> None:
    assert line(Figure("lapse, AUC", "eu", 0.8064, 0.807)).endswith("0.806   >= 0.807   not reached")
    assert line(Figure("lapse, AUC", "eu", 0.8066, 0.807)).endswith("0.807   >= 0.807")
    assert line(Figure("seconds", "eu", 5.2, 5.0, places=1, at_most=True)).endswith("5.2   <= 5   not reached")
