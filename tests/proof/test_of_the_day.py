"""Tables of the day are read once, and anew where the file is another one."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from backend.contracts.errors import DataError
from backend.contracts.program import TableFile
from backend.proof.of_the_day import read_day


def _write(path: Path, frame: pd.DataFrame) -> TableFile:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.ipc.new_stream(path, table.schema) as stream:
        stream.write_table(table)
    return TableFile(table="t", path=path, rows=len(frame))


@pytest.fixture
def file(tmp_path: Path) -> TableFile:
    frame = pd.DataFrame({"n": range(40), "s": [None, "x", *(f"s{n % 25}" for n in range(38))]})
    return _write(tmp_path / "t.arrow", frame)


def test_a_table_is_read_once(file: TableFile) -> None:
    assert read_day(file, None) is read_day(file, None)
    assert read_day(file, ((0, 2), (10, 12))).frame["n"].tolist() == [0, 1, 10, 11]


def test_another_file_under_the_name_is_read_anew(file: TableFile) -> None:
    before = read_day(file, None)
    other = file.path.with_name("new")
    _write(other, pd.DataFrame({"n": [7, 8, 9]}))
    other.replace(file.path)

    assert read_day(file.model_copy(update={"rows": 3}), None).frame["n"].tolist() == [7, 8, 9]
    assert len(before.frame) == 40


def test_cells_are_those_of_the_first_rows(file: TableFile) -> None:
    day = read_day(file, None)
    assert day.few("n", is_number=True) == tuple(range(10))
    assert day.few("n", is_number=False) == tuple(range(0, 40, 4))
    assert day.few("s", is_number=False)[:2] == ("x", "s1")
    assert day.first_rows(("s", "n"), 2) == ((None, 0), ("x", 1))
    assert day.first_rows(("n",), 1) == ((0,),)


def test_a_file_that_is_gone_is_told(file: TableFile) -> None:
    file.path.unlink()
    with pytest.raises(DataError):
        read_day(file, None)
