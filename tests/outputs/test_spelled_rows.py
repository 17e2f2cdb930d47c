"""Rows that are spelled once stand in every file as if they were written for it."""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
from collections.abc import Sequence

import pyarrow as pa
import pytest

from backend.outputs.flagged import write_flagged
from backend.outputs.spelled_rows import SpelledRows

ROWS = 6
COLUMNS: dict[str, pa.Array] = {
    "integers": pa.array([1, -2, None, 2**53 + 1, 0, 7], pa.int64()),
    "floats": pa.array([0.1, float("nan"), None, 1e-7, 5.0, 1e22]),
    "texts": pa.array(["a", "007", None, "é", " b ", ""]),
    "long texts": pa.array(["a", "007", None, "é", " b ", ""], pa.large_string()),
    "formulas": pa.array(["=1+1", "-1", "@x", None, "+a", "plain"]),
    "structural": pa.array(["a,b", "b", 'say "hi"', "two\nlines", None, "lone\rreturn"]),
    "missing": pa.nulls(ROWS, pa.string()),
    "days": pa.array([datetime.date(2026, 1, day) for day in range(1, 7)]),
    "moments": pa.array([datetime.datetime(2026, 1, 1, hour) for hour in range(6)]),
    "moments, some missing": pa.array([None, datetime.datetime(2026, 1, 1), *[None] * 4]),
    "answers": pa.array([True, False, True, True, False, True]),
    "answers, some missing": pa.array([True, None, True, None, False, True]),
}
TABLES = {
    **{name: pa.table({name: column}) for name, column in COLUMNS.items()},
    "all": pa.table(COLUMNS),
    "names that clash": pa.table({"_row": COLUMNS["integers"], '"x",y': COLUMNS["texts"]}),
    "in chunks": pa.concat_tables([pa.table({"n": [1, 2]}), pa.table({"n": [3, 4, 5, 6]})]),
}
CHOICES: dict[str, list[int]] = {
    "none": [],
    "first": [0],
    "last": [ROWS - 1],
    "some": [1, 4],
    "all": list(range(ROWS)),
}
SOURCES = [f"events.csv:{row + 2}" for row in range(ROWS)]
NOT_SPELLED = {"answers, some missing", "all"}
"""Tables with a column that pandas spells by what is beside it."""


def _written(cells: pa.Table, rows: Sequence[int]) -> bytes:
    stream = io.BytesIO()
    write_flagged(stream, "events", cells, rows, [SOURCES[row] for row in rows])
    return stream.getvalue()


@pytest.mark.parametrize("name", TABLES)
def test_each_file_is_the_one_that_is_written_row_by_row(name: str) -> None:
    spelled = SpelledRows.of("events", TABLES[name], SOURCES)
    assert (spelled is None) == (name in NOT_SPELLED)
    for rows in CHOICES.values() if spelled else ():
        stream = io.BytesIO()
        if spelled.write(stream, rows):
            assert stream.getvalue() == _written(TABLES[name], rows)
        else:
            assert stream.getvalue() == b""
            assert name == "structural"


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [([1, 4], True), ([1], True), ([0], False), ([1, 2], False), ([3, 4], False), ([5], False)],
    ids=repr,
)
def test_a_cell_that_makes_its_file_quoted_is_left_to_the_other(
    rows: list[int], is_told: bool
) -> None:
    spelled = SpelledRows.of("events", TABLES["structural"], SOURCES)
    assert spelled is not None
    stream = io.BytesIO()
    assert spelled.write(stream, rows) is is_told
    assert stream.getvalue() == (_written(TABLES["structural"], rows) if is_told else b"")


def test_a_source_may_make_a_file_quoted() -> None:
    sources = ["orders[name=a,b]", *SOURCES[1:]]
    spelled = SpelledRows.of("events", pa.table({"n": range(ROWS)}), sources)
    assert spelled is not None
    assert not spelled.write(io.BytesIO(), [0])
    assert spelled.write(io.BytesIO(), [1])


def test_plain_tables_are_spelled_without_pandas() -> None:
    code = (
        "import io, sys\nimport pyarrow as pa\n"
        "from backend.outputs.spelled_rows import SpelledRows\n"
        "texts = pa.lib.StringBuilder()\ntexts.append_values(['a', 'b,c'])\n"
        "table = pa.Table.from_arrays([texts.finish()], names=['t'])\n"
        "spelled = SpelledRows.of('t', table, ['t:2', 't:3'])\n"
        "assert spelled.write(io.BytesIO(), [0]) and not spelled.write(io.BytesIO(), [1])\n"
        "print('pandas' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
