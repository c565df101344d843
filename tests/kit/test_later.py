"""Modules that wait until something of them is asked for."""

import importlib
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

from rapport.kit.later import put_off


@pytest.fixture
def seldom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a module `seldom` may be written."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "seldom", raising=False)
    return tmp_path / "seldom.py"


def test_it_is_loaded_once_when_something_of_it_is_asked_for(seldom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seldom.write_text("print('loading')\nvalue = 7\n")
    put_off("seldom")
    module = importlib.import_module("seldom")
    assert module.__name__ == "seldom"
    assert capsys.readouterr().out == ""
    assert (module.value, module.value) == (7, 7)
    assert capsys.readouterr().out == "loading\n"
    assert type(module) is ModuleType


def test_a_module_that_is_loaded_already_stays(seldom: Path) -> None:
    seldom.write_text("value = 7\n")
    before = importlib.import_module("seldom")
    put_off("seldom")
    assert importlib.import_module("seldom") is before


def test_a_name_it_does_not_have_is_an_error_as_ever(seldom: Path) -> None:
    seldom.write_text("value = 7\n")
    put_off("seldom")
    with pytest.raises(AttributeError, match="nothing"):
        _ = importlib.import_module("seldom").nothing


def test_one_that_fails_may_be_asked_again(seldom: Path) -> None:
    seldom.write_text("raise OSError('disk')\n")
    put_off("seldom")
    module = importlib.import_module("seldom")
    with pytest.raises(OSError, match="disk"):
        _ = module.value
    seldom.write_text("value = 7  # mended\n")
    assert module.value == 7


def test_no_thread_sees_it_half_loaded(seldom: Path) -> None:
    seldom.write_text("import time\nfirst = True\ntime.sleep(0.05)\nlast = True\n")
    put_off("seldom")
    module, seen = importlib.import_module("seldom"), list[bool]()
    threads = [threading.Thread(target=lambda: seen.append(module.first and hasattr(module, "last"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 4
