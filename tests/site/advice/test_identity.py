from pathlib import Path

import pytest

from rapport.site.advice.identity import evaluate, judge

FEBRL = """rec_id, given_name, surname, street_number, address_1, suburb, postcode, date_of_birth
rec-1-{half}, ann, okafor, 7, quay street, portside, 2500, 19710624
rec-2-{half}, bo, lindqvist, 12, mill street, portside, 2501, 19680102
"""
FAKE = """unique_id,first_name,surname,dob,city,email,cluster
0,Ann,Okafor,1971-06-24,Portside,ann@okafor.example,0
1,Ann,Okafor,1971-06-24,Portside,ann@okafor.example,0
2,Cy,Park,1985-01-30,,cy@park.example,1
"""


def test_each_labelled_set_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "er" / "febrl").mkdir(parents=True)
    for half in "ab":
        (tmp_path / "er" / "febrl" / f"dataset4{half}.csv").write_text(FEBRL.format(half=half))
    (tmp_path / "er" / "fake_1000.csv").write_text(FAKE)
    (tmp_path / "er" / "fake_1000_labels.csv").write_text("unique_id_l,unique_id_r\n0,1\n")
    rows = {row.set: row for row in evaluate(tmp_path)}
    assert set(rows) == {"febrl4", "fake_1000"}
    assert {(row.precision, row.recall, row.f1) for row in rows.values()} == {(1.0, 1.0, 1.0)}


def test_a_folder_without_sets_has_no_rows(tmp_path: Path) -> None:
    assert evaluate(tmp_path) == []


def test_the_judge_reads_names_and_addresses() -> None:
    table = {
        "name": ["Ann Okafor", "annie", "Cy Park"],
        "email": ["ann.okafor@a.example", "ann.okafor@b.example", "c@p.example"],
    }
    assert judge(table) == [(0, 1, pytest.approx(0.65), "the same name before the @")]
