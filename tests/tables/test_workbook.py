"""Workbooks as openpyxl writes them: sheets, cells, headers, rows."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from backend.contracts.schema import ColumnType, Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import table_file
from backend.tables.columnar import read_frame
from backend.tables.locate import locate_rows
from backend.tables.snapshot import snapshot_tables

Book = Callable[..., Path]
Snap = Callable[[], Schema]


@pytest.fixture
def snap(workspace: Workspace) -> Snap:
    return lambda: snapshot_tables(workspace, Schema())


@pytest.fixture
def cells_of(workspace: Workspace) -> Callable[[TableSnapshot], dict[str, list[object]]]:
    def cells(table: TableSnapshot) -> dict[str, list[object]]:
        frame = read_frame(table_file(workspace, table)).astype(object)
        return frame.where(frame.notna(), None).to_dict("list")

    return cells


def test_several_sheets_are_several_tables(book_of: Book, snap: Snap) -> None:
    book_of({"A 1": [["x"], [1]], "R&D": [["y"], [2]]})
    tables = snap().tables
    assert list(tables) == ["book.A 1", "book.R&D"]
    assert [each.sheet for each in tables.values()] == ["A 1", "R&D"]
    assert {each.file for each in tables.values()} == {"book.xlsx"}


def test_one_visible_sheet_is_the_book(book_of: Book, snap: Snap) -> None:
    book_of({"A": [["x"], [1]], "B": [["y"], [2]]}, hidden="B")
    (table,) = snap().tables.values()
    assert (table.table, table.sheet, table.column_names) == ("book", "A", ("x",))


def test_a_bad_sheet_costs_itself(book_of: Book, snap: Snap) -> None:
    book_of({"Good": [["x"], [1]], "Empty": [], "Twice": [["a", "a"], [1, 2]]})
    schema = snap()
    assert list(schema.tables) == ["book.Good"]
    assert {name: each.code for name, each in schema.problems.items()} == {
        "book.Empty": "empty-file",
        "book.Twice": "duplicate-header",
    }
    message = schema.problems["book.Twice"].message
    assert message.startswith("book.xlsx, sheet 'Twice', row 1: column A and column B are both")


def test_cells(book_of: Book, snap: Snap, cells_of: Callable[..., dict[str, list[object]]]) -> None:
    day, moment = dt.date(2024, 1, 5), dt.datetime(2024, 1, 5, 10, 30)
    book_of(
        {
            "S": [
                ["int", "num", "code", "day", "moment", "flag", "error", "blank", "time"],
                [5.0, 1.5, "007", day, moment, True, "#REF!", " ", dt.time(9, 5)],
                [None, 2, "8", day, day, False, "#N/A", "x", None],
            ]
        }
    )
    (table,) = snap().tables.values()
    assert cells_of(table) == {
        "int": [5, None],
        "num": [1.5, 2.0],
        "code": ["007", "8"],
        "day": ["2024-01-05", "2024-01-05"],
        "moment": ["2024-01-05 10:30:00", "2024-01-05"],
        "flag": ["true", "false"],
        "error": ["#REF!", "#N/A"],
        "blank": [" ", "x"],
        "time": ["09:05:00", None],
    }
    kinds = {column.name: column.type for column in table.columns}
    assert kinds["int"] == ColumnType.INTEGER
    assert kinds["day"] == kinds["moment"] == ColumnType.DATE
    assert (kinds["num"], kinds["flag"]) == (ColumnType.NUMBER, ColumnType.BOOLEAN)
    assert kinds["code"] == kinds["error"] == kinds["time"] == ColumnType.TEXT


def test_integers_beyond_a_float_are_exact(
    book_of: Book, snap: Snap, cells_of: Callable[..., dict[str, list[object]]]
) -> None:
    path = book_of({"S": [["id"], [77], [78]]})
    replace_in_sheet(path, b"<v>77</v>", b"<v>12345678901234567</v>")
    assert cells_of(snap().tables["book"]) == {"id": [12345678901234567, 78]}


def replace_in_sheet(path: Path, old: bytes, new: bytes) -> None:
    """Write into a workbook what openpyxl does not."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(old, new) if "sheet1" in name else content)


@pytest.mark.parametrize(
    ("cells", "kind", "mostly"),
    [
        pytest.param(["12", "15"], ColumnType.TEXT, ColumnType.INTEGER, id="digits stored as text"),
        pytest.param([12, "15"], ColumnType.TEXT, ColumnType.INTEGER, id="one stored as text"),
        pytest.param([12, "#REF!"], ColumnType.TEXT, ColumnType.INTEGER, id="an error"),
        pytest.param([12, 15], ColumnType.INTEGER, None, id="numbers"),
        pytest.param(["2024-01-05"], ColumnType.DATE, None, id="a date stored as text"),
    ],
)
def test_text_stays_text(
    book_of: Book,
    snap: Snap,
    cells: list[object],
    kind: ColumnType,
    mostly: ColumnType | None,
) -> None:
    book_of({"S": [["c"], *([cell] for cell in cells)]})
    (column,) = snap().tables["book"].columns
    assert (column.type, column.mostly) == (kind, mostly)


@pytest.mark.parametrize(
    ("rows", "even", "places"),
    [
        pytest.param([["a", "b"], [1, 2], [3, 4]], True, [2, 3], id="even"),
        pytest.param([[None], [None], ["a", "b"], [1, 2]], False, [4], id="empty rows above"),
        pytest.param([["a", "b"], [1, 2], [None], [3, 4]], False, [2, 4], id="empty row between"),
        pytest.param([["a"], [1], [None], [3]], True, [2, 3, 4], id="one column keeps it"),
        pytest.param([["a", "b"], [1, 2], [None], [None]], True, [2], id="empty rows below"),
        pytest.param([[None, None], [None, "a", "b"], [None, 1, 2]], False, [3], id="offset"),
        pytest.param([["a", "b"], [1, " "]], True, [2], id="blank text in the corner"),
        pytest.param([["a", "b"]], True, [], id="header only"),
    ],
)
def test_rows_and_their_places(
    workspace: Workspace,
    book_of: Book,
    snap: Snap,
    rows: list[list[object]],
    even: bool,
    places: list[int],
) -> None:
    book_of({"My S": rows})
    table = snap().tables["book"]
    assert (table.rows, table.even_lines) == (len(places), even)
    found = locate_rows(workspace, table, range(table.rows))
    assert found == [f"book.xlsx!My S:{place}" for place in places]


def test_empty_columns_are_none(book_of: Book, snap: Snap) -> None:
    book_of({"S": [[None, "a", None, "b"], [None, 1, None, 2]]})
    assert snap().tables["book"].column_names == ("a", "b")


def test_headers_that_are_no_text(book_of: Book, snap: Snap) -> None:
    book_of({"S": [[2023, dt.date(2024, 1, 5), " x "], [1, 2, 3]]})
    assert snap().tables["book"].column_names == ("2023", "2024-01-05", " x ")


def test_data_beside_the_header_is_refused(book_of: Book, snap: Snap) -> None:
    book_of({"S": [["Report"], ["a", "b"], [1, 2]]})
    problem = snap().problems["book"]
    assert problem.code == "empty-header"
    assert "sheet 'S', row 1: column B holds data" in problem.message


def test_a_formula_without_a_value_is_refused(book_of: Book, snap: Snap) -> None:
    book_of({"S": [["a", "b"], [1, "=A2+1"]]})
    problem = snap().problems["book"]
    assert problem.code == "uncalculated-formula"
    assert "sheet 'S', cell B2: the formula has no value." in problem.message


def test_a_far_off_cell_is_refused(workspace: Workspace, snap: Snap) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    book.worksheets[0].cell(1_048_576, 16_384, "lost")
    book.save(workspace.data / "book.xlsx")
    problem = snap().problems["book"]
    assert problem.code == "sheet-too-large"
    assert "1048576 rows and 16384 columns" in problem.message


def test_a_far_off_format_is_no_cell(workspace: Workspace, snap: Snap) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    book.worksheets[0].append([1])
    book.worksheets[0].cell(1_048_576, 16_384).number_format = "0.00"
    book.save(workspace.data / "book.xlsx")
    assert snap().tables["book"].rows == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b\n1,2\n", b"PK\x03\x04 cut short", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)],
    ids=["empty", "csv", "cut", "password"],
)
def test_what_is_no_workbook(workspace: Workspace, snap: Snap, content: bytes) -> None:
    (workspace.data / "book.xlsx").write_bytes(content)
    problem = snap().problems["book"]
    assert (problem.code, problem.message[:11]) == ("not-a-workbook", "book.xlsx: ")


def test_every_cut_of_a_workbook_is_a_problem(
    workspace: Workspace, book_of: Book, snap: Snap
) -> None:
    whole = book_of({"S": [["a"], [1]]}).read_bytes()
    for size in range(0, len(whole), 97):
        (workspace.data / "book.xlsx").write_bytes(whole[:size])
        assert snap().problems["book"].code == "not-a-workbook"


def test_charts_are_no_sheets(workspace: Workspace, snap: Snap) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    book.create_chartsheet("Chart")
    book.save(workspace.data / "book.xlsx")
    assert list(snap().tables) == ["book"]


@pytest.mark.parametrize("title", ["a\x7fb"])
def test_an_odd_sheet_name_is_refused(book_of: Book, snap: Snap, title: str) -> None:
    book_of({"Good": [["x"], [1]], title: [["y"], [1]]})
    schema = snap()
    assert list(schema.tables) == ["book.Good"]
    assert [each.code for each in schema.problems.values()] == ["bad-name"]
