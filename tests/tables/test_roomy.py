"""Long tables are files with room behind each buffer: what is read of them, and how they grow."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.tables.roomy import grow_roomy, write_roomy
from backend.tables.sealed import grow_sealed, is_sealed, read_sealed, write_sealed
from backend.tables.seals import find_whole
from backend.tables.unquoted import LONG

TEXT, INTEGER, NUMBER = pa.large_string(), pa.int64(), pa.float64()
Values = Sequence[object]
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
}
VALUES = {
    TEXT: st.one_of(st.none(), st.text(max_size=9)),
    INTEGER: st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)),
    NUMBER: st.one_of(st.none(), st.floats(allow_nan=False)),
}


def table_of(pieces: Sequence[pa.Array], kind: pa.DataType, told: str = "") -> pa.Table:
    """A table of this column and an even one before it."""
    column = pa.chunked_array(pieces, kind)
    before = pa.chunked_array([pa.nulls(len(piece), INTEGER) for piece in pieces], INTEGER)
    found = pa.table({"before": before, "it": column})
    return found.replace_schema_metadata({"told": told})


def read(path: Path) -> pa.Table:
    found = pa.ipc.open_stream(pa.memory_map(str(path))).read_all()
    found.validate(full=True)
    return found


def grow(path: Path, more: pa.Array, told: str = "") -> bool:
    """Grow the file in ``path`` by a piece; whether there was room."""
    whole, before = find_whole(path), read(path)
    assert whole is not None
    chunks = [*before.column("it").chunks, more]
    with path.open("r+b") as file:
        grown = grow_roomy(file, whole, table_of(chunks, more.type, told))
    found = find_whole(path)
    if grown is not None:
        assert found is not None
        assert [each.digest.digest() for each in found.extents] == [
            each.digest.digest() for each in grown.extents
        ]
    return grown is not None


@pytest.mark.parametrize(("kind", "pieces"), PIECES.values(), ids=PIECES.keys())
def test_pieces_are_read_as_one(
    tmp_path: Path, kind: pa.DataType, pieces: list[list[object]]
) -> None:
    path = tmp_path / "t.arrow"
    write_roomy(path, table_of([pa.array(piece, kind) for piece in pieces], kind, "x"))
    found = read(path)
    assert found.column("it").to_pylist() == [value for piece in pieces for value in piece]
    assert found.schema.metadata == {b"told": b"x"}
    assert is_sealed(path)


@settings(max_examples=80)
@given(st.data())
def test_what_grows_piece_by_piece(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Pieces may be cut from longer ones; who has mapped a file reads what there was on and on."""
    kind = data.draw(st.sampled_from(list(VALUES)))
    path = tmp_path_factory.mktemp("grown") / "t.arrow"
    expected: list[object] = []
    seen: list[tuple[pa.Table, Values]] = []
    for values in data.draw(st.lists(st.lists(VALUES[kind], max_size=40), min_size=2, max_size=5)):
        head, tail = data.draw(st.tuples(st.integers(0, 3), st.integers(0, 3)))
        piece = pa.array(values, kind)[head : max(head, len(values) - tail)]
        if seen:
            assert grow(path, piece)
        else:
            write_roomy(path, table_of([piece], kind))
        expected += piece.to_pylist()
        seen.append((read(path), list(expected)))
    for table, values in seen:
        assert table.column("it").to_pylist() == values


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        pytest.param(INTEGER, [1] * 4096, "", id="rows"),
        pytest.param(TEXT, ["x" * 9000], "", id="letters"),
        pytest.param(INTEGER, [1], "x" * 9000, id="facts"),
    ],
)
def test_without_enough_room_nothing_is_done(
    tmp_path: Path, kind: pa.DataType, more: Values, told: str
) -> None:
    path = tmp_path / "t.arrow"
    write_roomy(path, table_of([pa.array([None], kind)], kind))
    before = path.read_bytes()
    assert not grow(path, pa.array(more, kind), told)
    assert path.read_bytes() == before


def test_a_byte_in_use_is_under_the_seal_and_one_behind_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "t.arrow"
    write_roomy(path, table_of([pa.array(["a", "b"], TEXT)], TEXT))
    whole = find_whole(path)
    assert whole is not None and len(whole.extents) == 6
    content = path.read_bytes()
    for start, length, _ in whole.extents:
        for at, is_kept in ((start, not length), (start + max(0, length - 1), not length)):
            path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            assert is_sealed(path) == is_kept
    for at in (whole.end + 3, len(content) - 30, len(content) - 1):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert not is_sealed(path)
    for end in (whole.end, len(content) - 1, 20):
        path.write_bytes(content[:end])
        assert not is_sealed(path)


def test_a_file_grown_half_is_not_whole(tmp_path: Path) -> None:
    """As if it was killed before the head, or before the seal."""
    path, grown = tmp_path / "t.arrow", tmp_path / "grown.arrow"
    for each in (path, grown):
        write_roomy(each, table_of([pa.array([1, None])], INTEGER))
    assert grow(grown, pa.array([3, 4]))
    whole = find_whole(path)
    assert whole is not None
    old, new = path.read_bytes(), grown.read_bytes()
    body = whole.extents[0].length
    path.write_bytes(new[: whole.end] + old[whole.end :])
    assert not is_sealed(path)
    path.write_bytes(old[:body] + new[body:])
    assert not is_sealed(path)


def _link(path: Path) -> Path:
    link = path.with_name("link.arrow")
    link.symlink_to(path)
    return link


def _hard_link(path: Path) -> Path:
    path.with_name("other.arrow").hardlink_to(path)
    return path


def _damage(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    return path


def _remove(path: Path) -> Path:
    path.unlink()
    return path


@pytest.mark.parametrize("change", [_link, _hard_link, _damage, _remove])
def test_a_file_of_others_is_left_alone(tmp_path: Path, change: Callable[[Path], Path]) -> None:
    path = tmp_path / "t.arrow"
    cells = pa.array(range(LONG))
    write_sealed(path, table_of([cells], INTEGER))
    before = path.read_bytes()
    table = table_of([cells, cells[:5]], INTEGER)
    asked = change(path)
    assert not grow_sealed(asked, tmp_path / "new.arrow", table)
    assert not path.exists() or path.read_bytes()[:-1] == before[:-1]


def test_two_do_not_grow_the_same_file(tmp_path: Path) -> None:
    path, new = tmp_path / "t.arrow", tmp_path / "new.arrow"
    cells = pa.array(range(LONG))
    write_sealed(path, table_of([cells], INTEGER))
    table = table_of([cells, cells[:5]], INTEGER)
    with path.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert not grow_sealed(path, new, table)
    assert grow_sealed(path, new, table)
    assert not path.exists()
    found = read_sealed(new)
    assert found is not None and found.column("it").to_pylist() == [*range(LONG), *range(5)]


@pytest.mark.parametrize(
    "cells",
    [pa.array([True, None] * LONG), pa.array(range(LONG - 1))],
    ids=["of another sort", "short"],
)
def test_others_are_written_as_arrow_writes_them(tmp_path: Path, cells: pa.Array) -> None:
    path = tmp_path / "t.arrow"
    write_sealed(path, table_of([cells[:7], cells[7:]], cells.type))
    whole = find_whole(path)
    assert whole is not None and not whole.extents
    assert read(path).column("it").to_pylist() == cells.to_pylist()
