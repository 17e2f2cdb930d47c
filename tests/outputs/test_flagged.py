"""All flagged rows leave, whole, with where each one stands."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from array import array
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from backend.outputs.flagged import write_failing_groups, write_flagged

EVENTS = pd.DataFrame(
    {
        "event_id": pd.array([1, 2**53 + 1, None, -4], dtype="Int64"),
        "name": pd.Series(["a", "007", None, "é"], dtype="str"),
        "price": [0.1, None, 5.0, 1e-7],
    }
).set_axis([10, 10, 3, 0])
SOURCES = [f"events.csv:{row + 2}" for row in range(4)]


def _flagged(
    frame: pd.DataFrame, rows: Sequence[int], sources: Sequence[str] | None = None
) -> bytes:
    stream = io.BytesIO()
    found = sources or [f"events.csv:{row + 2}" for row in rows]
    write_flagged(stream, "events", frame, rows, found)
    return stream.getvalue()


def _cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def test_rows_leave_with_all_their_columns() -> None:
    assert _flagged(EVENTS, [1, 2, 3]).decode().split("\n") == [
        "_table,_row,_source,event_id,name,price",
        "events,1,events.csv:3,9007199254740993,007,",
        "events,2,events.csv:4,,,5",
        "events,3,events.csv:5,-4,é,1e-7",
        "",
    ]


def test_rows_are_positions_and_not_labels() -> None:
    frame = EVENTS.set_axis([3, 2, 1, 0])
    assert _cells(_flagged(frame, array("q", [0])))[1] == [
        "events", "0", "events.csv:2", "1", "a", "0.1",
    ]  # fmt: skip


def test_nothing_flagged_leaves_the_header() -> None:
    assert _flagged(EVENTS, []) == b"_table,_row,_source,event_id,name,price\n"


def test_nothing_is_capped() -> None:
    frame = pd.DataFrame({"n": range(250_000)})
    content = _flagged(frame, range(250_000))
    assert content.count(b"\n") == 250_001
    assert content.endswith(b"events,249999,events.csv:250001,249999\n")


TEXTS = [
    "plain",
    "a,b",
    'say "hi"',
    "two\nlines",
    "lone\rreturn",
    "both\r\n",
    " spaces ",
    "+1",
    "-1",
    "-.5e3",
    "a=1+1",
    " =1+1",
    "nul\0",
    "\u2028",
    "N/A",
    "1e5",
    "'",
    "\ufeff",
]


@pytest.mark.parametrize("text", TEXTS, ids=repr)
@pytest.mark.parametrize("kind", ["str", "object", "category"])
def test_text_is_kept_to_the_letter(text: str, kind: str) -> None:
    frame = pd.DataFrame({"note": pd.Series([text, "other", None], dtype=kind)})
    header, first, second, third = _cells(_flagged(frame, [0, 1, 2]))
    assert header == ["_table", "_row", "_source", "note"]
    assert (first[3], second[3], third[3]) == (text, "other", "")


FORMULAS = [
    "=1+1",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-2+3",
    "-",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\uff1d1+1",
    "-1\n=1+1",
    '=HYPERLINK("x","y")',
]


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
@pytest.mark.parametrize("kind", ["str", "object", "category"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str, kind: str) -> None:
    frame = pd.DataFrame({"note": pd.Series([text, "other", None], dtype=kind)})
    _, first, second, third = _cells(_flagged(frame, [0, 1, 2], [text, "a", "b"]))
    assert (first[2], first[3], second[3], third[3]) == (f"'{text}", f"'{text}", "other", "")


def test_names_and_groups_get_the_apostrophe_too() -> None:
    frame = pd.DataFrame({"=1+1": ["x"]})
    stream = io.BytesIO()
    write_failing_groups(stream, "@table", [{"=a": "=b", "n": -1}])

    assert _cells(_flagged(frame, [0]))[0][3] == "'=1+1"
    assert _cells(stream.getvalue()) == [
        ["_table", "_row", "_source", "'=a", "n"],
        ["'@table", "", "", "'=b", "-1"],
    ]


@pytest.mark.parametrize("text", ["1+1", "a b", "é"], ids=repr)
def test_text_is_quoted_only_where_a_file_needs_it(text: str) -> None:
    frame = pd.DataFrame({"note": pd.Series([text], dtype="str")})
    assert _flagged(frame, [0]).decode() == (
        f"_table,_row,_source,note\nevents,0,events.csv:2,{text}\n"
    )


NUMBERS: dict[str, tuple[pd.Series, list[str]]] = {
    "int64": (pd.Series([2**63 - 1, -5]), ["9223372036854775807", "-5"]),
    "uint64": (pd.Series([2**64 - 1], dtype="uint64"), ["18446744073709551615"]),
    "Int64": (pd.Series([2**53 + 1, None], dtype="Int64"), ["9007199254740993", ""]),
    "beyond 64 bits": (pd.Series([10**30, None], dtype="object"), [str(10**30), ""]),
    "floats": (pd.Series([0.1, float("nan"), 1 / 3]), ["0.1", "", "0.3333333333333333"]),
    "mixed": (pd.Series([1, "x", None, 2.5], dtype="object"), ["1", "x", "", "2.5"]),
    "decimals": (pd.Series([Decimal("1.10")], dtype="object"), ["1.10"]),
    "booleans": (pd.Series([True, False]), ["true", "false"]),
    "dates": (pd.Series(pd.to_datetime(["2026-01-02", None])), ["2026-01-02 00:00:00", ""]),
}


@pytest.mark.parametrize(("column", "cells"), NUMBERS.values(), ids=NUMBERS)
def test_values_are_exact_and_what_is_missing_is_empty(column: pd.Series, cells: list[str]) -> None:
    written = _cells(_flagged(pd.DataFrame({"x": column}), range(len(column))))
    assert [row[3] for row in written[1:]] == cells


@pytest.mark.parametrize(
    ("names", "renamed"),
    [
        (["_row", "x"], ["_row_2", "x"]),
        (["_table", "_row", "_source"], ["_table_2", "_row_2", "_source_2"]),
        (["_row_2", "_row"], ["_row_2", "_row_3"]),
        (["_row", "_row_2"], ["_row_3", "_row_2"]),
        (["_Row", "row"], ["_Row", "row"]),
        (["a,b", 'say "hi"', "two\nlines", "lone\rreturn"],) * 2,
        ([""], [""]),
    ],
    ids=["row", "all three", "taken before", "taken after", "other case", "signs", "no name"],
)
def test_names_of_columns_are_kept_or_get_a_suffix(names: list[str], renamed: list[str]) -> None:
    frame = pd.DataFrame([range(len(names))], columns=names)
    header, row = _cells(_flagged(frame, [0]))
    assert header == ["_table", "_row", "_source", *renamed]
    assert row[3:] == [str(number) for number in range(len(names))]


@pytest.mark.parametrize(
    ("rows", "sources"), [([0, 1], ["one"]), ([-1], ["one"])], ids=["too few sources", "before 0"]
)
def test_rows_that_cannot_be_are_refused(rows: list[int], sources: list[str]) -> None:
    with pytest.raises(ValueError, match="events: "):
        _flagged(EVENTS, rows, sources)


def test_a_row_after_the_last_is_refused() -> None:
    with pytest.raises(IndexError):
        _flagged(EVENTS, [4])


def test_it_writes_to_a_file(tmp_path: Path) -> None:
    with (tmp_path / "flagged.csv").open("wb") as stream:
        write_flagged(stream, "events", EVENTS, [0], SOURCES[:1])
    frame = pd.read_csv(tmp_path / "flagged.csv")
    assert list(frame.columns[:3]) == ["_table", "_row", "_source"]


def test_failing_groups_stand_in_no_row() -> None:
    stream = io.BytesIO()
    records = [
        {"country": "DE", "share": 0.25, "ok": False},
        {"country": 'a "b", c', "rows": 3, "share": None},
        {"country": "x\ud800", "more": [1, {"é": 2}]},
    ]
    write_failing_groups(stream, "orders", records)
    assert _cells(stream.getvalue()) == [
        ["_table", "_row", "_source", "country", "share", "ok", "rows", "more"],
        ["orders", "", "", "DE", "0.25", "false", "", ""],
        ["orders", "", "", 'a "b", c', "", "", "3", ""],
        ["orders", "", "", "x?", "", "", "", '[1, {"é": 2}]'],
    ]


def test_a_group_column_that_clashes_gets_a_suffix() -> None:
    stream = io.BytesIO()
    write_failing_groups(stream, "orders", [{"_table": "t", "n": 1}])
    assert stream.getvalue() == b"_table,_row,_source,_table_2,n\norders,,,t,1\n"


def test_no_failing_group_leaves_the_header() -> None:
    stream = io.BytesIO()
    write_failing_groups(stream, "orders", [])
    assert stream.getvalue() == b"_table,_row,_source\n"


COLUMNS = {
    "texts": pd.Series(["a", "=1+1", 'say "hi"', None, "x,y"], dtype="str"),
    "integers": pd.Series([1, -2, 3, 4, 5]),
    "nullable integers": pd.Series([1, None, 3, 2**60 + 1, -1], dtype="Int64"),
    "numbers": pd.Series([1.0, None, 0.1, -1e300, 1e-7]),
    "truths": pd.Series([True, False, True, True, False]),
    "nullable truths": pd.Series([True, None, False, True, None], dtype="boolean"),
    "moments": pd.Series(pd.to_datetime(["2024-01-05", None, "2023-01-01", "2022-01-01", None])),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_of_arrow_are_written_like_those_of_pandas(name: str) -> None:
    frame = pd.DataFrame({name: COLUMNS[name]})
    rows, places = [3, 0, 1, 4], ["t.csv:5", "t.csv:2", "t.csv:3", "t.csv:6"]
    of_pandas, of_arrow = io.BytesIO(), io.BytesIO()

    write_flagged(of_pandas, "t", frame, rows, places)
    write_flagged(of_arrow, "t", pa.Table.from_pandas(frame), rows, places)

    assert of_arrow.getvalue() == of_pandas.getvalue()


def test_rows_of_arrow_are_written_without_pandas() -> None:
    script = """
import io, sys
import pyarrow as pa
from backend.outputs.arrow_cells import integers, texts
from backend.outputs.flagged import write_flagged
cells = pa.table([integers([1, 2]), texts(["=1", None])], names=["n", "t"])
write_flagged(io.BytesIO(), "t", cells, [1, 0], ["t.csv:3", "t.csv:2"])
print("pandas" in sys.modules)
"""
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert told.stdout == "False\n"
