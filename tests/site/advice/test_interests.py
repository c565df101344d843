from pathlib import Path

from rapport.site.advice.interests import evaluate, top_one


def test_the_right_name_comes_first() -> None:
    names = [["paint walls", "colour walls"], ["train dogs"], ["bake bread", "make loaves"]]
    assert top_one(names, {0: "paint the walls", 1: "dog training", 2: "loaf making"}) == 1.0


def test_no_file_no_figures(tmp_path: Path) -> None:
    assert evaluate(tmp_path) == []


def test_each_skill_is_asked_for_by_one_of_its_synonyms(tmp_path: Path) -> None:
    (tmp_path / "interests").mkdir()
    rows = [f'x,y,shifted,"sell {work}\ntrade in {work}\n{work} sales"' for work in ("bread", "walls", "dogs", "maps")]
    text = "\n".join(["conceptUri,reuseLevel,preferredLabel,altLabels", *rows, "x,y,z,"])
    (tmp_path / "interests" / "esco_skills_en.csv").write_text(text)
    assert [(each.set, each.value) for each in evaluate(tmp_path)] == [
        ("label only", 1.0),
        ("with synonyms", 1.0),
        ("topics", 1.0),
    ]
