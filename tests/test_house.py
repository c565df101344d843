"""The rules of the house that no linter knows: what points where, how large it grows, and what it may be called."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from rapport.kit.holdings import Holding, holdings

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "rapport"
FLOORS = (
    "kit town",
    "members",
    "journal",
    "likeness topics handles",
    "formats",
    "people",
    "facts rosters",
    "sameness rights",
    "ties",
    "ledger",
    "notices",
    "network",
    "profiles",
    "groups",
    "seats",
    "events",
    "briefs calendars",
    "talk",
    "help trust threads",
    "introductions hosting",
    "exports readers",
    "restores",
    "archives mailroom feeds",
    "rounds search",
    "site",
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms.split()}

LINES, FUNCTION_LINES, TEMPLATE_LINES = 250, 30, 80
LARGER: dict[str, int] = {}  # file: the lines it has; the list may only shrink
EMPTY_NAMES = {"service", "util", "helper", "manager", "handler", "data", "info", "common", "misc", "tool"}
# Put together here, so that this file does not hold what it looks for.
INDEXES = [f"{name}.org" for name in ("pypi", "registry.npmjs", "pythonhosted")]
INDEXES += [
    "jsdelivr" + ".net",
    "unpkg" + ".com",
    "fonts.google" + "apis",
    "cdnjs" + ".cloudflare",
    "--index" + "-url",
    "--find" + "-links",
]
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")


def sources() -> list[Path]:
    return [path for folder in ("src", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]


def written() -> list[Path]:
    return [ROOT / "rapport", *(path for path in sources() if path.parent.name != "migrations")]


def templates() -> list[Path]:
    return sorted(PACKAGE.glob("*/*templates/**/*.*"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def may_know(room: str, other: str) -> bool:
    return room == other or FLOOR[other] < FLOOR[room]


def models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("rapport.")]


def relations() -> Iterator[tuple[str, str, Any]]:
    """(room, the other room, field) for each relation of our models to one of ours."""
    for model in models():
        for field in model._meta.get_fields():
            other = field.related_model
            if field.is_relation and not field.auto_created and other is not None and other in models():
                yield model._meta.app_label, other._meta.app_label, field


def test_every_room_stands_on_a_floor() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms <= set(FLOOR)


def test_references_point_down() -> None:
    assert [str(field) for room, other, field in relations() if not may_know(room, other)] == []


def test_nobody_below_learns_who_points_at_them() -> None:
    named = [
        str(field) for room, other, field in relations() if room != other and field.remote_field.related_name != "+"
    ]
    assert named == []


def test_every_model_says_what_becomes_of_it() -> None:
    held = {holding.model for holding in holdings()}
    assert [model._meta.label for model in models() if model not in held] == []


@pytest.mark.parametrize("holding", holdings(), ids=lambda holding: holding.kind)
def test_a_holding_leads_to_owner_and_persons(holding: Holding) -> None:
    assert holding.export
    for path in (holding.owner_path, *holding.person_paths):
        model: Any = holding.model
        for step in path.replace("self", "").split("__") if path not in ("", "self") else ():
            model = model._meta.get_field(step).related_model
    assert all(holding.model._meta.get_field(name) for name in holding.equal_by)


def test_templates_point_down() -> None:
    tag = re.compile(r"{%-?\s*(?:extends|include|import|from)\s(.*?)%}", re.DOTALL)
    wrong = [
        f"{short(path)}: {target}"
        for path in templates()
        for inside in tag.findall(path.read_text())
        for target in re.findall(r"""["']([^"']+\.\w+)["']""", inside)
        if target.split("/")[0] in FLOOR and not may_know(room_of(path), target.split("/")[0])
    ]
    assert wrong == []


def test_pages_are_rendered_from_the_own_room_or_below() -> None:
    name = re.compile(rf"({'|'.join(FLOOR)})/[\w/.-]+\.(?:html|txt|xml)")
    wrong = [
        f"{short(path)}: {node.value}"
        for path in sources()
        if path.is_relative_to(PACKAGE) and path.parent != PACKAGE
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for match in [name.fullmatch(node.value)]
        if match and not may_know(room_of(path), match[1])
    ]
    assert wrong == []


def test_templates_lie_under_their_room_s_name() -> None:
    lost = [path for path in templates() if path.parts[len(PACKAGE.parts) + 1] == "templates"]
    assert [short(path) for path in lost if path.parts[len(PACKAGE.parts) + 2] != room_of(path)] == []


def test_files_stay_small() -> None:
    others = [*PACKAGE.rglob("*.css"), *PACKAGE.rglob("*.js")]
    lines = {short(path): len(path.read_text().splitlines()) for path in [*written(), *others]}
    large = {name: count for name, count in lines.items() if count > LARGER.get(name, LINES)}
    assert large == {}
    assert [name for name in LARGER if lines.get(name, 0) <= LINES] == [], "these need no exception any more"


def test_templates_stay_small() -> None:
    assert [short(path) for path in templates() if len(path.read_text().splitlines()) > TEMPLATE_LINES] == []


def test_functions_stay_small() -> None:
    large = [
        f"{short(path)}:{node.lineno} {node.name}"
        for path in written()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > FUNCTION_LINES
    ]
    assert large == []


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_every_package_says_what_it_is_for() -> None:
    packages = [path for path in PACKAGE.rglob("__init__.py") if not {"migrations", "management"} & set(path.parts)]
    silent = [
        short(path) for path in packages if not (ast.get_docstring(ast.parse(path.read_text())) or "").endswith(".")
    ]
    assert silent == []


def test_nothing_has_an_empty_name() -> None:
    files = [short(path) for path in written() if _is_empty(path.stem)]
    classes = [
        f"{short(path)}: {node.name}"
        for path in sources()
        if path.is_relative_to(PACKAGE)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and _is_empty(re.findall("[A-Z][a-z]*", node.name)[-1])
        # Django's own word for what makes an account.
        if node.name != "AccountManager"
    ]
    assert files + classes == []


def _is_empty(word: str) -> bool:
    return word.lower().removesuffix("s") in EMPTY_NAMES


def test_nothing_is_left_for_later() -> None:
    assert [short(path) for path in [*written(), *templates()] if UNFINISHED.search(path.read_text())] == []


def test_no_address_of_a_package_index_is_kept() -> None:
    texts = {short(path): path.read_bytes() for path in kept()}
    assert [(name, index) for name, text in texts.items() for index in INDEXES if index.encode() in text] == []


def kept() -> Iterator[Path]:
    """Every file of the checkout that is not left out by .gitignore."""
    left_out = {line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()} | {".git"}
    for top in ROOT.iterdir():
        if top.name not in left_out:
            paths = [top] if top.is_file() else top.rglob("*")
            yield from (path for path in paths if path.is_file() and not left_out & set(path.parts))


def test_the_developing_lock_holds_all_of_the_plain_one() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([\w.-]+==\S+)", (ROOT / name).read_text(), re.MULTILINE))

    assert pins("requirements.lock") - pins("requirements-dev.lock") == set()
