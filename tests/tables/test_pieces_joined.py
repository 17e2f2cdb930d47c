"""A table whose columns lie in pieces is written as the same table whose columns are whole."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.tables.sealed import is_sealed, read_sealed, write_sealed

TEXT, INTEGER, NUMBER = pa.large_string(), pa.int64(), pa.float64()
PIECES: dict[str, tuple[pa.DataType, list[list[object]]]] = {
    "integers": (INTEGER, [[1, 2, 3], [4]]),
    "numbers and nothing": (NUMBER, [[1.5, None], [], [None, -0.0]]),
    "nothing first": (NUMBER, [[None] * 9, [1.0]]),
    "nothing last": (INTEGER, [[1] * 9, [None]]),
    "texts": (TEXT, [["a", "", "été"], ["ß", "b"]]),
    "texts and nothing": (TEXT, [["a", None], [None, None], ["", "b" * 70]]),
    "nothing but nothing": (TEXT, [[None], [None, None]]),
    "empty texts": (TEXT, [["", ""], [""]]),
    "one piece": (TEXT, [["a", None]]),
    "no row in any": (INTEGER, [[], []]),
    "of another sort": (pa.bool_(), [[True, None], [False]]),
}


def joined(kind: pa.DataType, pieces: list[list[object]]) -> pa.Array:
    return pa.array([value for piece in pieces for value in piece], kind)


def bytes_of(path: Path, column: pa.Array | pa.ChunkedArray) -> bytes:
    write_sealed(path, pa.table({"before": pa.nulls(len(column), INTEGER), "it": column}))
    return path.read_bytes()


@pytest.mark.parametrize(("kind", "pieces"), PIECES.values(), ids=PIECES.keys())
def test_pieces_are_written_as_one(
    tmp_path: Path, kind: pa.DataType, pieces: list[list[object]]
) -> None:
    chunked = pa.chunked_array([pa.array(piece, kind) for piece in pieces], kind)
    written = bytes_of(tmp_path / "pieces.arrow", chunked)
    assert written == bytes_of(tmp_path / "whole.arrow", joined(kind, pieces))

    read = read_sealed(tmp_path / "pieces.arrow")
    assert read is not None and is_sealed(tmp_path / "pieces.arrow")
    read.validate(full=True)
    assert read.column("it").to_pylist() == joined(kind, pieces).to_pylist()


VALUES = {
    TEXT: st.one_of(st.none(), st.text(max_size=9)),
    INTEGER: st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
    NUMBER: st.one_of(st.none(), st.floats()),
}
CUT = st.tuples(st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_pieces_that_are_cut_from_longer_ones(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(list(VALUES)))
    cut = []
    for values in data.draw(st.lists(st.lists(VALUES[kind], max_size=12), min_size=2, max_size=4)):
        head, tail = data.draw(CUT)
        cut.append(pa.array(values, kind)[head : max(head, len(values) - tail)])
    folder = tmp_path_factory.mktemp("cut")
    written = bytes_of(folder / "pieces.arrow", pa.chunked_array(cut, kind))
    whole = pa.concat_arrays(cut)
    assert written == bytes_of(folder / "whole.arrow", pa.concat_arrays([whole, whole[:0]]))
