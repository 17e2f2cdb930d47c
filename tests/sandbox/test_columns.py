"""A program is given no column of a long table but those that it touches, and flags the same."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from backend.contracts.plan import Grain
from backend.contracts.program import Job, OutcomeStatus, Program, TableFile
from backend.sandbox.worker.program import LONG
from tests.sandbox.conftest import Files, open_level

SEES = """
def check(tables):
    long = tables["long"]
    print(list(long.columns), list(tables["short"].columns))
    return long[long["n"] % 10_000 == 7]
"""
CASES = {
    "those that are named": ({"long": ("n",), "short": ("n",)}, False, ["n"]),
    "a table that is not named": ({"short": ("n",)}, False, ["n", "note"]),
    "any result": ({"long": ("n",)}, True, ["n", "note"]),
}


@pytest.fixture
def long_and_short(tmp_path: Path) -> Files:
    files = {}
    for name, rows in (("long", LONG), ("short", 10)):
        frame = pd.DataFrame({"n": range(rows), "note": "x"})
        table = pa.Table.from_pandas(frame, preserve_index=False)
        path = tmp_path / f"{name}.arrow"
        with pa.ipc.new_stream(path, table.schema) as stream:
            stream.write_table(table)
        files[name] = TableFile(table=name, path=path, rows=rows)
    return files


@pytest.mark.parametrize(("columns", "any_result", "seen"), CASES.values(), ids=CASES)
def test_what_a_program_sees(
    columns: dict[str, tuple[str, ...]], any_result: bool, seen: list[str], long_and_short: Files
) -> None:
    program = Program(
        source=SEES,
        sha256="",
        table="long",
        tables=("long", "short"),
        grain=Grain.ROWS,
        columns=columns,
    )
    with open_level("full", long_and_short) as sandbox:
        outcome = sandbox.run(Job(check_id="C", program=program, any_result=any_result))

    assert outcome.status is OutcomeStatus.OK, outcome.error
    assert outcome.stdout == f"{seen} ['n', 'note']\n"
    assert list(outcome.rows) == list(range(7, LONG, 10_000))
