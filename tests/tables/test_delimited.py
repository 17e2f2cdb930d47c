"""Delimited text to cells: what is a row, what is missing, and where each row starts."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.errors import DataError
from backend.tables.delimited import read_delimited
from backend.tables.grid import Grid

Cells = list[list[str | None]]


def read(text: str, file: str = "t.csv") -> Grid:
    return read_delimited(text.encode(), file=file)


def rows_of(grid: Grid) -> Cells:
    return [list(row) for row in zip(*(column.to_pylist() for column in grid.columns), strict=True)]


def lines_of(grid: Grid) -> list[int] | None:
    return None if grid.lines is None else grid.lines.tolist()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("a,b\n1,2\n", [["1", "2"]], id="LF"),
        pytest.param("a,b\r\n1,2\r\n", [["1", "2"]], id="CRLF"),
        pytest.param("a,b\r1,2\r", [["1", "2"]], id="CR"),
        pytest.param("a,b\r\n1,2\n3,4\r5,6", [["1", "2"], ["3", "4"], ["5", "6"]], id="mixed ends"),
        pytest.param("a,b", [], id="header only"),
        pytest.param("a,b\n,\n", [[None, None]], id="empty cells"),
        pytest.param('a,b\n"",x\n', [[None, "x"]], id="quoted empty cell"),
        pytest.param("a,b\nN/A,NULL\n?,nan\n", [["N/A", "NULL"], ["?", "nan"]], id="words stay"),
        pytest.param("a,b\n ,  x \n", [[" ", "  x "]], id="blanks stay"),
        pytest.param("a,b\n\n1,2\n\n\n3,4\n", [["1", "2"], ["3", "4"]], id="blank lines"),
        pytest.param("a,b\n  \n1,2\n", [["1", "2"]], id="line of blanks"),
        pytest.param("a\n1\n\n2\n\n\n", [["1"], [None], ["2"]], id="one column, blank line"),
        pytest.param('a\n1\n""\n', [["1"], [None]], id="one column, quoted empty at the end"),
        pytest.param("a\n \n1\n", [[" "], ["1"]], id="one column, line of blanks"),
        pytest.param('a,b\n"x\ny",2\n', [["x\ny", "2"]], id="quoted line break"),
        pytest.param('a,b\n"x\r\ny",2\n', [["x\r\ny", "2"]], id="quoted CRLF"),
        pytest.param('a,b\n"x ""y""",2\n', [['x "y"', "2"]], id="doubled quotes"),
        pytest.param('a,b\n5" pipe,2\n', [['5" pipe', "2"]], id="quote inside a field"),
        pytest.param("a,b,\n1,2,\n3,4,\n", [["1", "2"], ["3", "4"]], id="trailing commas"),
        pytest.param("a,b,,\n1,2,,\n", [["1", "2"]], id="several trailing commas"),
        pytest.param("a,\n1,\n2,\n", [["1"], ["2"]], id="one column, trailing commas"),
        pytest.param("a;b\n1,5;2\n", [["1,5", "2"]], id="decimal comma"),
    ],
)
def test_rows(text: str, rows: Cells) -> None:
    assert rows_of(read(text)) == rows


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("a,b\n1,2\n3,4\n\n\n", None, id="even"),
        pytest.param("a,b\r\n1,2\r3,4", None, id="even, mixed ends"),
        pytest.param('a,b\n1,"2"\n3,4\n', None, id="even, quoted"),
        pytest.param('a,b\n1,2\n3,"x\ny"\n', None, id="break in the last row"),
        pytest.param("a\n1\n\n2\n", None, id="one column, blank line"),
        pytest.param("a,b\n1,2\n\n3,4\n", [2, 4], id="blank line"),
        pytest.param("\n\na,b\n1,2\n", [4], id="blank lines above"),
        pytest.param('a,b\n1,"x\ny"\n3,4\n', [2, 4], id="quoted break"),
        pytest.param('a,b\n1,"x\r\n\ry"\n3,4\n', [2, 5], id="quoted mixed breaks"),
        pytest.param('"a\nb",c\n1,2\n', [3], id="break in the header"),
        pytest.param('a\n"x\ny"\n\n3\n', [2, 4, 5], id="one column, quoted break"),
        pytest.param("\na\n1\n", [3], id="one column, blank line above"),
    ],
)
def test_lines(text: str, lines: list[int] | None) -> None:
    assert lines_of(read(text)) == lines


@pytest.mark.parametrize(
    ("header", "names"),
    [
        pytest.param(" a ,B-c,b c", (" a ", "B-c", "b c"), id="exact spelling"),
        pytest.param("id,ID,Id", ("id", "ID", "Id"), id="case tells apart"),
        pytest.param('"a,b","c ""d"""', ("a,b", 'c "d"'), id="quoted"),
        pytest.param("1,2.5", ("1", "2.5"), id="numbers"),
    ],
)
def test_header_keeps_its_spelling(header: str, names: tuple[str, ...]) -> None:
    assert read(f"{header}\n" + "," * (len(names) - 1) + "\n").names == names


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        pytest.param(
            "a,b,c,d\n" + "1,2,3,4\n" * 15 + "1,2,3,4,5\n",
            "ragged-row",
            "t.csv, line 17: 5 fields where the header has 4. Quote fields that hold a comma.",
            id="too many fields",
        ),
        pytest.param(
            "a;b\n1;2\n3\n",
            "ragged-row",
            "t.csv, line 3: 1 field where the header has 2. Complete the line.",
            id="too few fields",
        ),
        pytest.param(
            'a,b\n"x\ny",2\n\n1,2,3\n',
            "ragged-row",
            "t.csv, line 5: 3 fields where",
            id="ragged after a quoted break",
        ),
        pytest.param(
            "a,b\n1,2\n3,4,\n", "ragged-row", "t.csv, line 3: 3 fields", id="one trailing comma"
        ),
        pytest.param(
            "a\nhello, world\n", "ragged-row", "t.csv, line 2: 2 fields", id="comma in one column"
        ),
        pytest.param(
            'a,b\n1,2\n3,"open\n5,6\n',
            "unclosed-quote",
            "t.csv, line 3: a quote opens in this record and is never closed.",
            id="unclosed quote",
        ),
        pytest.param(
            'a,b\n1,2\n"x"y,4\n',
            "stray-quote",
            "t.csv, line 3: text follows the closing quote of a field. ",
            id="text after a quote",
        ),
        pytest.param(
            'a,b\n1,"2\n3,"x",5\n',
            "stray-quote",
            "t.csv, line 2: text follows the closing quote of a field on line 3. ",
            id="closed by the next quote",
        ),
        pytest.param(
            '"a,b\n1,2\n', "unclosed-quote", "t.csv, line 1: a quote opens", id="unclosed header"
        ),
        pytest.param(
            "id,name,id\n1,2,3\n",
            "duplicate-header",
            "t.csv, line 1: column 1 and column 3 are both named 'id'.",
            id="duplicate header",
        ),
        pytest.param(
            "\n,a\n0,1\n",
            "empty-header",
            "t.csv, line 2: column 1 holds data but its header is empty.",
            id="empty header with data",
        ),
        pytest.param(
            "a, \n0,1\n", "empty-header", "t.csv, line 1: column 2 holds", id="header of blanks"
        ),
        pytest.param(",,\n,,\n", "empty-header", "t.csv, line 1: no column", id="no header"),
        pytest.param("", "empty-file", "t.csv: the file is empty.", id="empty"),
        pytest.param("\ufeff", "empty-file", "t.csv: the file is empty.", id="a mark alone"),
        pytest.param("\n \r\n", "empty-file", "t.csv: the file is empty.", id="blank lines alone"),
    ],
)
def test_problems(text: str, code: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read(text)
    assert caught.value.code == code
    assert str(caught.value).startswith(message)


def test_the_first_fault_is_told() -> None:
    with pytest.raises(DataError, match="line 2: 3 fields"):
        read('a,b\n1,2,3\n4,"open\n')


def test_a_tsv_of_one_column_may_hold_commas() -> None:
    grid = read("a\nhello, world\n", "t.tsv")
    assert (rows_of(grid), grid.delimiter) == ([["hello, world"]], "")


def test_a_field_of_a_megabyte() -> None:
    assert rows_of(read(f'a,b\n"{"x" * 2**20}",1\n'))[0][0] == "x" * 2**20


CELL = st.text(alphabet="ab1 ,;|\t\"\n\r'é\u2028", max_size=4)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6), st.sampled_from(",;\t|"))
def test_what_a_writer_wrote_is_read(cells: list[list[str]], delimiter: str) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(["a", "b", "c"])
    starts = []
    for row in cells:
        starts.append(1 + len(io.StringIO(written.getvalue(), newline="").readlines()))
        writer.writerow(row)
    grid = read(written.getvalue())
    assert grid.delimiter == delimiter
    assert rows_of(grid) == [[cell or None for cell in row] for row in cells]
    assert (lines_of(grid) or list(range(2, len(cells) + 2))) == starts


@given(
    st.text(alphabet="ab 1,;\n\r", max_size=30), st.sampled_from(["a", "a,b", "a,b,c", "a;b", "a,"])
)
def test_the_quick_way_reads_as_the_careful_one(body: str, header: str) -> None:
    """A quoted header keeps the whole text from being split at once."""
    quick, careful = f"{header}\n{body}", f'"{header[0]}"{header[1:]}\n{body}'
    assert outcome(quick) == outcome(careful)


def outcome(text: str) -> object:
    try:
        grid = read(text)
    except DataError as error:
        return str(error)
    return grid.names, rows_of(grid), lines_of(grid), grid.delimiter
