import pytest

from formats.mutations import member
from rapport.formats import table
from rapport.formats.facts import AskFact, DroppedFact, NoteFact
from rapport.formats.table import Table, find_heading, normal

HEADING = "Name,Town,Since\n"


def opened(content, *, needed=("name", "since"), path="people.csv", **settings):
    file = member(path, content)
    heading = find_heading(file, lambda names: {"name", "town", "since"} <= names, settings.get("encoding"))
    return Table(file, heading, needed=needed, **settings)


def rows(content, **settings):
    return [row.cells[:-1] for row in opened(content, **settings)]


def dropped_from(content, **settings):
    read = opened(content, **settings)
    list(read)
    return [(fact.where, fact.why.partition(";")[0]) for fact in read.closing() if isinstance(fact, DroppedFact)]


def test_the_heading_is_found_below_a_preamble():
    content = 'Notes:\n"Some words, and\nmore words"\n\n' + HEADING + "Ann,Port Amaranth,2020\n"
    assert rows(content) == [["Ann", "Port Amaranth", "2020"]]
    assert next(iter(opened(content))).line == 6


def test_no_heading_in_the_first_fifty_lines_is_no_table():
    assert find_heading(member("a.csv", "x\n" * 50 + HEADING), lambda names: "town" in names) is None


def test_a_heading_of_thousands_of_columns_is_none():
    assert find_heading(member("a.csv", HEADING.strip() + "," * 2000 + "\n"), lambda names: "town" in names) is None


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_the_heading(sign):
    assert rows(f"Name{sign}Town{sign}Since\nAnn{sign}Bern{sign}2020".encode()) == [["Ann", "Bern", "2020"]]


def test_names_of_columns_are_compared_without_case_spaces_and_marks():
    assert normal('\ufeff"First_Name\u00a0 "') == "first name"
    assert normal("Manager\u2019s Name") == "manager's name"


def test_the_first_of_columns_with_one_name_counts_and_a_missing_one_is_empty():
    read = opened("Name,Town,Town,Since\nAnn,Bern,Rome,2020\n")
    assert (read.place("town"), read.place("planet")) == (1, 4)
    assert next(iter(read)).cells[4] == ""


def test_a_field_keeps_its_commas_quotes_and_line_breaks():
    assert rows(HEADING + 'Ann,"Bern, ""old""\r\ntown",2020\r\nBo,Rome,2021') == [
        ["Ann", 'Bern, "old"\ntown', "2020"],
        ["Bo", "Rome", "2021"],
    ]


def test_a_quotation_mark_inside_an_unquoted_field_is_itself():
    assert rows(HEADING + 'Ann,5" pipe,2020\nBo,Rome,2021\n') == [["Ann", '5" pipe', "2020"], ["Bo", "Rome", "2021"]]


def test_an_unclosed_quotation_mark_costs_one_row():
    content = HEADING + 'Ann,"Bern,2020\n' + "Bo,Rome,2021\n" * 3
    assert rows(content) == [["Bo", "Rome", "2021"]] * 3
    assert dropped_from(content) == [("people.csv:2", "a quotation mark is not closed")]


def test_two_unclosed_marks_do_not_make_one_row_of_all_between():
    content = HEADING + 'Ann,"Bern,2020\n' + "Bo,Rome,2021\n" * 3 + 'Cy,"Oslo,2022\nMo,Kyiv,2023\n'
    assert rows(content) == [["Bo", "Rome", "2021"]] * 3 + [["Mo", "Kyiv", "2023"]]
    assert [where for where, _ in dropped_from(content)] == ["people.csv:2", "people.csv:6"]


def test_the_rest_of_a_broken_row_is_told_once():
    content = HEADING + 'Ann,"Bern\nsecond line\nthird" line,2020\nBo,Rome,2021\n'
    assert rows(content)[-1] == ["Bo", "Rome", "2021"]
    assert len(dropped_from(content)) == 1


def test_short_rows_are_left_out_and_wide_ones_cut():
    content = HEADING + "Bo\nAnn,Bern,2020,extra\nCy,Oslo,2022,,\n"
    assert rows(content) == [["Ann", "Bern", "2020"], ["Cy", "Oslo", "2022"]]
    assert dropped_from(content) == [
        ("people.csv:2", "the row has fewer columns than the heading"),
        ("people.csv:3", "the row has more columns than the heading"),
    ]


def test_a_row_may_end_early_after_what_is_needed():
    assert rows("Name,Since,Town\nAnn,2020\n") == [["Ann", "2020", ""]]


def test_a_field_too_long_comes_empty(monkeypatch):
    monkeypatch.setattr(table, "FIELD_LIMIT", 100)
    content = HEADING + f"Ann,{'x' * 101},2020\nBo,{'y' * 100},2021\n"
    assert [len(cells[1]) for cells in rows(content)] == [0, 100]
    assert dropped_from(content) == [("people.csv:2", "a field of more than 100 characters was left out")]


def test_a_line_too_long_is_left_out(monkeypatch):
    monkeypatch.setattr(table, "LINE_LIMIT", 100)
    content = HEADING + f"Ann,{'x' * 200},2020\nBo,Rome,2021\n"
    assert rows(content) == [["Bo", "Rome", "2021"]]
    assert dropped_from(content) == [("people.csv:2", "a line of more than 100 characters was left out")]


def test_a_backslash_escapes_where_the_file_is_known_for_it():
    content = HEADING + 'Ann,"said \\"hello, Bo\\" twice",2020\nBo,C:\\\\pipes,2021\n'
    assert rows(content, escape=True) == [["Ann", 'said "hello, Bo" twice', "2020"], ["Bo", "C:\\pipes", "2021"]]


def test_rows_saved_whole_into_one_cell_are_read():
    content = '"Name,Town,Since"\n"Ann,""Bern, old"",2020"\n"Bo,Rome,2021"\n'
    assert rows(content) == [["Ann", "Bern, old", "2020"], ["Bo", "Rome", "2021"]]


def test_blank_rows_are_nothing():
    assert rows(HEADING + "\n,,\n  , ,\nAnn,Bern,2020\n\n") == [["Ann", "Bern", "2020"]]
    assert dropped_from(HEADING + "\n,,\n") == []


def test_a_spreadsheets_error_is_no_value():
    assert rows(HEADING + "Ann,#N/A,2020\nBo,#1 Quay,2021\n") == [["Ann", "", "2020"], ["Bo", "#1 Quay", "2021"]]


def test_cells_are_clean():
    assert rows((HEADING + "A\u202enn\u200b,Be\x00rn,2020\n").encode()) == [["Ann", "Bern", "2020"]]


def test_another_encoding_is_said_and_asked():
    read = opened((HEADING + "José,Bern,2020\n").encode("cp1252"))
    assert next(iter(read)).cells[0] == "José"
    list(read)
    facts = list(read.closing())
    assert NoteFact("people.csv: Read as Windows-1252.") in facts
    assert [fact.guess for fact in facts if isinstance(fact, AskFact)] == ["windows-1252"]
    assert rows((HEADING + "Žižek,Bern,2020\n").encode("cp1250"), encoding="windows-1250")[0][0] == "Žižek"


def test_complaints_are_told_once_and_do_not_pile_up():
    read = opened(HEADING + "Bo\n" * 5)
    list(read)
    assert read.has_complaints
    assert len(list(read.drain())) == 5
    assert list(read.closing()) == []
