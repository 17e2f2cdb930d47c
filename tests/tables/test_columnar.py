"""The cache: exact round trips, damage, rebuilding, pruning."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.errors import DataError, WorkspaceError
from backend.contracts.program import TableFile
from backend.contracts.schema import Schema, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.cached_tables import cached_file, prune, table_file
from backend.tables.columnar import read_frame
from backend.tables.locate import locate_rows
from backend.tables.snapshot import snapshot_tables

TableOf = Callable[..., TableSnapshot]
Put = Callable[[str, str | bytes], Path]
TEXT = "id,n,gap,name,day\n9007199254740993,0.1,,Zoë,2024-01-05\n2,2,9007199254740993,,\n"


def cache_of(workspace: Workspace, ending: str = "") -> Path:
    (path,) = (each for each in workspace.tables.iterdir() if each.name.endswith(ending))
    return path


def test_every_type_comes_back(workspace: Workspace, table_of: TableOf) -> None:
    frame = read_frame(table_file(workspace, table_of(TEXT)))
    expected = pd.DataFrame(
        {
            "id": pd.Series([2**53 + 1, 2], dtype="int64"),
            "n": pd.Series([0.1, 2.0], dtype="float64"),
            "gap": pd.Series([None, 2**53 + 1], dtype="Int64"),
            "name": pd.Series(["Zoë", None], dtype="str"),
            "day": pd.Series(["2024-01-05", None], dtype="str"),
        }
    )
    pd.testing.assert_frame_equal(frame, expected, check_index_type=True)
    assert isinstance(frame.index, pd.RangeIndex)


def test_no_rows(workspace: Workspace, table_of: TableOf) -> None:
    file = table_file(workspace, table_of("a,b\n"))
    frame = read_frame(file)
    assert (file.rows, len(frame), list(frame.columns)) == (0, 0, ["a", "b"])
    assert set(frame.dtypes.astype(str)) == {"str"}


def test_some_columns_in_the_order_asked_for(workspace: Workspace, table_of: TableOf) -> None:
    frame = read_frame(table_file(workspace, table_of(TEXT)), ["name", "gap"])
    assert list(frame.columns) == ["name", "gap"]
    assert str(frame["gap"].dtype) == "Int64"


def test_numbers_are_not_copied(workspace: Workspace, table_of: TableOf) -> None:
    frame = read_frame(table_file(workspace, table_of(TEXT)))
    assert not frame["id"].to_numpy().flags.writeable
    changed = frame.copy(deep=False)
    changed.loc[0, "id"] = 1
    assert frame.loc[0, "id"] == 2**53 + 1


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: path.unlink(), id="missing"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: os.truncate(path, path.stat().st_size - 20), id="cut"),
        pytest.param(
            lambda path: path.write_bytes(path.read_bytes().replace(b"2024", b"2025")), id="changed"
        ),
    ],
)
def test_a_damaged_cache_is_rebuilt(
    workspace: Workspace, table_of: TableOf, damage: Callable[[Path], None]
) -> None:
    table = table_of(TEXT)
    whole = cache_of(workspace).read_bytes()
    damage(cache_of(workspace) if workspace.tables.exists() else Path())
    table_file(workspace, table)
    assert cache_of(workspace).read_bytes() == whole


def test_damaged_lines_are_rebuilt(workspace: Workspace, table_of: TableOf) -> None:
    table = table_of('a,b\n1,"x\ny"\n2,z\n')
    cache_of(workspace, ".lines.arrow").write_bytes(b"")
    assert locate_rows(workspace, table, [0, 1]) == ["t.csv:2", "t.csv:4"]


def test_a_sheet_is_rebuilt(workspace: Workspace, book_of: Callable[..., Path]) -> None:
    book_of({"A": [["x"], [1]], "B": [["y"], [2]]})
    table = snapshot_tables(workspace, Schema()).tables["book.B"]
    for path in workspace.tables.iterdir():
        path.unlink()
    assert read_frame(table_file(workspace, table))["y"].tolist() == [2]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(lambda path: path.write_text("a\n3\n"), "table-changed", id="changed"),
        pytest.param(lambda path: path.unlink(), "unreadable-file", id="gone"),
    ],
)
def test_nothing_is_rebuilt_of_another_source(
    workspace: Workspace, table_of: TableOf, change: Callable[[Path], None], code: str
) -> None:
    table = table_of(TEXT)
    cache_of(workspace).unlink()
    change(workspace.data / "t.csv")
    with pytest.raises(DataError) as caught:
        table_file(workspace, table)
    assert caught.value.code == code


@pytest.mark.parametrize("fingerprint", ["xxh3:../../../etc/passwd", "sha256:00", ""])
def test_a_forged_fingerprint_names_no_file(
    workspace: Workspace, table_of: TableOf, fingerprint: str
) -> None:
    forged = table_of(TEXT).model_copy(update={"fingerprint": fingerprint})
    with pytest.raises(DataError) as caught:
        table_file(workspace, forged)
    assert caught.value.code == "bad-fingerprint"


def test_reading_what_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "x.arrow").write_bytes(b"not arrow")
    with pytest.raises(DataError) as caught:
        read_frame(TableFile(table="t", path=tmp_path / "x.arrow", rows=0))
    assert caught.value.code == "damaged-cache"


def test_a_cache_that_cannot_be_written_stops_the_run(workspace: Workspace, put: Put) -> None:
    put("t.csv", TEXT)
    workspace.memory.write_text("in the way")
    with pytest.raises(WorkspaceError) as caught:
        snapshot_tables(workspace, Schema())
    assert caught.value.code == "unwritable-cache"


def test_prune_keeps_what_is_referred_to(workspace: Workspace, put: Put) -> None:
    put("a.csv", "x\n1\n")
    put("b.csv", 'x,y\n1,"2\n3"\n4,5\n')
    before = snapshot_tables(workspace, Schema())
    (workspace.tables / ".x.arrow.123.tmp").touch()
    (workspace.tables / "README").touch()
    put("a.csv", "x\n2\n")
    after = snapshot_tables(workspace, before)
    assert len(list(workspace.tables.iterdir())) == 6
    prune(workspace, after, most_bytes=0)
    digits = {each.fingerprint.removeprefix("xxh3:") for each in after.tables.values()}
    assert {path.name.partition(".")[0] for path in workspace.tables.iterdir()} == {
        *digits,
        "README",
    }
    assert len(list(workspace.tables.iterdir())) == 4


def test_the_longest_unused_goes_first(workspace: Workspace, put: Put) -> None:
    schema, seen = Schema(), []
    for number in range(4):
        put("t.csv", f"x\n{number}\n")
        schema = snapshot_tables(workspace, schema)
        seen.append(workspace.tables / f"{schema.tables['t'].fingerprint.partition(':')[2]}.arrow")
    for age, path in enumerate(seen[:3]):
        os.utime(path, ns=(10**18, 10**18 + (age + 1) % 3))
    size = seen[0].stat().st_size
    prune(workspace, schema, most_bytes=10 * size)
    assert all(path.exists() for path in seen)
    prune(workspace, schema, most_bytes=3 * size)
    assert [path.exists() for path in seen] == [True, True, False, True]
    prune(workspace, schema, most_bytes=1)
    assert [path.exists() for path in seen] == [False, False, False, True]


def test_a_table_that_returns_is_not_read_again(workspace: Workspace, put: Put) -> None:
    put("t.csv", 'a,b\n1,"x\ny"\n2,z\n')
    first = snapshot_tables(workspace, Schema())
    put("t.csv", "a,b\n3,4\n")
    second = snapshot_tables(workspace, first)
    caches = {path: path.stat().st_ino for path in workspace.tables.iterdir()}
    put("t.csv", 'a,b\n1,"x\ny"\n2,z\n')
    third = snapshot_tables(workspace, second).tables["t"]
    assert third.model_copy(update={"stat": first.tables["t"].stat}) == first.tables["t"]
    assert {path: path.stat().st_ino for path in workspace.tables.iterdir()} == caches


def test_nothing_damaged_returns(workspace: Workspace, table_of: TableOf) -> None:
    table_of(TEXT)
    path = cache_of(workspace)
    path.write_bytes(path.read_bytes().replace(b"2024", b"2025"))
    assert read_frame(table_file(workspace, table_of(TEXT)))["day"][0] == "2024-01-05"


def test_prune_without_a_cache(workspace: Workspace) -> None:
    prune(workspace, Schema())
    assert not workspace.tables.exists()


def test_the_same_bytes_give_the_same_cache(tmp_path: Path) -> None:
    """In two processes, whose hashes of text differ."""
    caches = []
    for seed in ("1", "2"):
        workspace = Workspace(tmp_path / seed)
        workspace.data.mkdir(parents=True)
        (workspace.data / "t.csv").write_text(TEXT + "3,,7,x,y\n" * 100)
        script = (
            "import sys, pathlib\n"
            "from backend.contracts.schema import Schema\n"
            "from backend.contracts.workspace import Workspace\n"
            "from backend.tables.snapshot import snapshot_tables\n"
            "schema = snapshot_tables(Workspace(pathlib.Path(sys.argv[1])), Schema())\n"
            "print(schema.tables['t'].model_dump_json(exclude={'stat'}))\n"
        )
        told = subprocess.run(
            [sys.executable, "-c", script, str(workspace.base)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        caches.append((told.stdout, cache_of(workspace).name, cache_of(workspace).read_bytes()))
    assert caches[0] == caches[1]


def test_who_may_not_write_gets_what_is_cached_and_nothing_else(
    workspace: Workspace, table_of: TableOf
) -> None:
    snapshot = table_of(TEXT)
    assert cached_file(workspace, snapshot) == table_file(workspace, snapshot)

    cache_of(workspace).unlink()
    assert cached_file(workspace, snapshot) is None
    assert not list(workspace.tables.iterdir())
