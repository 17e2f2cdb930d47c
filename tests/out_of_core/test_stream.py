"""A table in batches: every row once, under its number, as often as it is asked for."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from backend.contracts.errors import DataError
from backend.contracts.program import TableFile
from backend.out_of_core.stream import BATCH_ROWS, MOST_HELD, TableStream

ROWS = 2 * BATCH_ROWS + 3


def write_stream(path: Path, *parts: pa.Table) -> TableFile:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, parts[0].schema) as stream:
        for part in parts:
            stream.write_table(part)
    return TableFile(table="t", path=path, rows=sum(map(len, parts)))


def numbers(start: int, stop: int) -> pa.Table:
    cells = pa.array([str(n) for n in range(start, stop)], pa.large_string())
    return pa.table({"n": cells, "other": cells})


@pytest.mark.parametrize("cut", [0, 5, BATCH_ROWS + 1], ids=["one part", "short first", "long"])
def test_every_row_comes_under_its_number_as_often_as_asked(cut: int, tmp_path: Path) -> None:
    file = write_stream(tmp_path / "t.arrow", numbers(0, cut), numbers(cut, ROWS))
    stream = TableStream(file, ["n"], {"n": pa.int64()})

    for _ in range(2):
        found = pa.RecordBatchReader.from_stream(stream).read_all()
        assert found.column_names == ["_row", "n"]
        assert found.column("_row").to_pylist() == list(range(ROWS))
        assert found.column("n").to_pylist() == list(range(ROWS))


def test_rows_are_taken_as_they_lie(tmp_path: Path) -> None:
    file = write_stream(tmp_path / "t.arrow", numbers(0, 10), numbers(10, 20))

    found = TableStream(file).take([0, 9, 10, 19])

    assert found == numbers(0, 20).take([0, 9, 10, 19])


def test_table_without_rows_has_one_empty_part(tmp_path: Path) -> None:
    stream = TableStream(write_stream(tmp_path / "t.arrow", numbers(0, 0)))

    assert [len(part) for part in stream.parts("n")] == [0]
    assert len(pa.RecordBatchReader.from_stream(stream).read_all()) == 0


def test_damaged_cache_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.arrow"
    path.write_bytes(b"no stream at all")

    with pytest.raises(DataError) as raised:
        TableStream(TableFile(table="t", path=path, rows=1))

    assert raised.value.code == "damaged-cache"


def test_closed_stream_gives_no_further_batch(tmp_path: Path) -> None:
    stream = TableStream(write_stream(tmp_path / "t.arrow", numbers(0, ROWS)))
    reader = pa.RecordBatchReader.from_stream(stream)
    first = reader.read_next_batch()

    stream.close()

    assert len(first) == stream.step
    with pytest.raises(StopIteration):
        reader.read_next_batch()


def test_batches_that_are_let_go_make_room_for_others(tmp_path: Path) -> None:
    stream = TableStream(write_stream(tmp_path / "t.arrow", numbers(0, 4 * MOST_HELD * 10)))
    stream.step = 10
    lengths = []
    reader = pa.RecordBatchReader.from_stream(stream)
    held = [reader.read_next_batch() for _ in range(MOST_HELD - 1)]
    for batch in reader:
        lengths.append(len(batch))
        del batch

    assert len(held) + len(lengths) == 4 * MOST_HELD
    assert set(lengths) == {10}
